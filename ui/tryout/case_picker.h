// SPDX-License-Identifier: GPL-3.0-or-later
//
// Chooses a case of a dataset: a button that tells the one that is used, and a pop-up with the datasets, a search line
// and the cases.
//
// GUI thread only.

#pragma once

#include "session/session.h"

#include <QToolButton>

#include <vector>

class QComboBox;
class QFrame;
class QLabel;
class QListView;
class QSortFilterProxyModel;

namespace touchstone::ui {

class CaseList;
class SearchLine;
class Theme;

class CasePicker : public QToolButton {
    Q_OBJECT

public:
    CasePicker(session::Session& session, const Theme& theme, QWidget* parent = nullptr);

    // The dataset that is offered first, when there is one of that name.
    void prefer(const QString& dataset) { m_preferred = dataset; }
    // No case is used any more: its input was edited.
    void forget();

Q_SIGNALS:
    void picked(const touchstone::eval::Case& testCase);

private:
    void makePopup();
    void open();
    void showDatasets(const std::vector<store::DatasetInfo>& datasets);
    void loadCases();
    void showCases(Result<std::vector<eval::Case>> cases);
    void pick(const QModelIndex& index);

    session::Session& m_session;
    const Theme& m_theme;
    QFrame* m_popup = nullptr;  // and what is in it: made when it is first opened
    QComboBox* m_dataset = nullptr;
    SearchLine* m_search = nullptr;
    QListView* m_list = nullptr;
    QLabel* m_note = nullptr;
    CaseList* m_cases;
    QSortFilterProxyModel* m_filter;
    QString m_preferred;
    std::uint64_t m_number = 0;  // the newest question wins
};

}  // namespace touchstone::ui
