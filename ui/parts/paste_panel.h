// SPDX-License-Identifier: GPL-3.0-or-later
//
// Asks about a pasted table before it becomes examples: which column goes where, whether the first row is names, and
// what does not fit.
//
// GUI thread only.

#pragma once

#include "base/json.h"
#include "examples_model.h"

#include <QWidget>

#include <vector>

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLabel;
class QPushButton;
class QTableView;

namespace touchstone::ui {

class PasteModel;
class Theme;

class PastePanel : public QWidget {
    Q_OBJECT

public:
    explicit PastePanel(const Theme& theme, QWidget* parent = nullptr);

    // Shows what pasting `text` would add; false, and nothing is shown, when there is no table in it.
    bool offer(const QString& text, const std::vector<ExampleColumn>& columns, const Json& inputSchema,
               const Json& outputSchema);

Q_SIGNALS:
    void accepted(const std::vector<touchstone::Json>& examples);
    void cancelled();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void buildUi();
    void makeChoices();
    void takeMapping();
    void refresh();

    const Theme& m_theme;
    PasteModel* m_model;
    QLabel* m_sentence = nullptr;
    QCheckBox* m_header = nullptr;
    QGridLayout* m_places = nullptr;
    QTableView* m_table = nullptr;
    QPushButton* m_all = nullptr;
    QPushButton* m_fitting = nullptr;
    std::vector<QComboBox*> m_choices;
};

}  // namespace touchstone::ui
