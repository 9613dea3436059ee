// SPDX-License-Identifier: GPL-3.0-or-later
//
// Asks for one name, in place: a label, a field, OK; Esc closes. What was wrong with the name stands below it.
//
// GUI thread only.

#pragma once

#include <QWidget>

#include <functional>

class QLabel;
class QLineEdit;
class QPushButton;

namespace touchstone::ui {

class Theme;

class NameLine : public QWidget {
    Q_OBJECT

public:
    explicit NameLine(const Theme& theme, QWidget* parent = nullptr);

    // `accept` gets the name; finish() or fail() ends the wait for it.
    void ask(const QString& question, std::function<void(const QString&)> accept);
    void finish();
    void fail(const QString& why);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void accept();

    QLabel* m_question;
    QLineEdit* m_name;
    QPushButton* m_ok;
    QLabel* m_problem;
    std::function<void(const QString&)> m_accept;
};

}  // namespace touchstone::ui
