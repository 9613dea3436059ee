// SPDX-License-Identifier: GPL-3.0-or-later
//
// The sources that a prompt got, with score and tokens, and below them those that were found and left out, with why.
// The text of the chosen one stands beside the list.
//
// GUI thread only.

#pragma once

#include "session/preview.h"

#include <QString>
#include <QWidget>

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

class QAbstractItemModel;
class QLabel;
class QListView;
class QPlainTextEdit;
class QStackedWidget;

namespace touchstone::ui {

class SourcesModel;
class Theme;

struct SourceRow {
    std::int64_t index = 0;  // as cited, from 1; 0: it was left out
    QString title;
    QString document;
    std::optional<std::pair<std::size_t, std::size_t>> lines = {};  // of the document, from 1; empty: not known
    double score = 0;                                               // 0..1
    std::int64_t tokens = 0;
    bool compressed = false;  // sentences are missing
    QString text = {};        // empty: not kept
    QString dropped = {};     // why it was left out, for people
};

// Those that were used first.
[[nodiscard]] std::vector<SourceRow> sourceRows(const session::Preview& preview);
[[nodiscard]] std::vector<SourceRow> sourceRows(const std::vector<trace::SourceRecord>& recorded);

class SourcesView : public QWidget {
    Q_OBJECT

public:
    explicit SourcesView(const Theme& theme, QWidget* parent = nullptr);

    // Keeps the chosen row.
    void setRows(std::vector<SourceRow> rows);
    void setStale(bool stale);
    // What stands there while there are no sources.
    void setEmptyText(const QString& text);
    [[nodiscard]] QAbstractItemModel* model() const;

private:
    void showDetail();

    SourcesModel* m_model;
    QListView* m_list;
    QPlainTextEdit* m_text;
    QLabel* m_empty;
    QStackedWidget* m_pages;
};

}  // namespace touchstone::ui
