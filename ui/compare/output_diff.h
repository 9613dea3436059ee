// SPDX-License-Identifier: GPL-3.0-or-later
//
// One case in full: what went in, what was expected, and both answers side by side with the words that differ.
// GUI thread only.

#pragma once

#include <QWidget>

#include <array>
#include <string>

class QLabel;
class QPlainTextEdit;

namespace touchstone::eval {
struct Case;
struct CaseResult;
}  // namespace touchstone::eval

namespace touchstone::ui {

class PanelHead;
class Theme;

class OutputDiff : public QWidget {
    Q_OBJECT

public:
    explicit OutputDiff(const Theme& theme, QWidget* parent = nullptr);

    void setNames(const QString& baseline, const QString& candidate);
    // Either result may be null: that version has not run the case.
    void showCase(const eval::Case& testCase, const eval::CaseResult* baseline, const eval::CaseResult* candidate);
    void clear();

private:
    [[nodiscard]] QWidget* makePane(std::size_t side);
    void showOutputs(const std::string& before, const std::string& after);

    const Theme& m_theme;
    QLabel* m_case;
    std::array<PanelHead*, 2> m_heads{};
    std::array<QPlainTextEdit*, 2> m_texts{};
    std::array<std::string, 2> m_outputs;
};

}  // namespace touchstone::ui
