// SPDX-License-Identifier: GPL-3.0-or-later
//
// A setting in a form: its name, its control with unit and reset, what it is for, and what is to be said about it now.
//
// GUI thread only.

#pragma once

#include "base/finding.h"
#include "form_field.h"

#include <optional>

class QLabel;
class QToolButton;

namespace touchstone::schema {
class Schema;
}

namespace touchstone::ui {

class FieldRow : public QWidget {
    Q_OBJECT

public:
    FieldRow(const Theme& theme, FieldSpec spec, const QString& part, QWidget* parent = nullptr);
    ~FieldRow() override;

    [[nodiscard]] const FieldSpec& spec() const { return m_spec; }
    // Null: not set.
    void show(const Json* value);
    void setReadOnly(bool readOnly);
    void setFindings(const std::vector<Finding>& findings);
    // Refuses a value that is right by itself but not beside the others; empty: it is right.
    void setCheck(std::function<QString(const Json&)> check) { m_check = std::move(check); }
    void focusControl();

    [[nodiscard]] int labelWidth() const;
    void setLabelWidth(int width);

Q_SIGNALS:
    // A person gave it another value that can be written; nothing: not set.
    void edited(const std::optional<touchstone::Json>& value);

private:
    struct Note {
        Severity severity = Severity::Info;
        QString text;
    };

    void buildUi(const QString& part);
    void take();
    void reset();
    void refresh();
    [[nodiscard]] QString problemOf(const Json& value) const;
    [[nodiscard]] std::vector<Note> notes() const;

    // Constant after construction
    const Theme& m_theme;
    const FieldSpec m_spec;
    const std::unique_ptr<schema::Schema> m_schema;
    QLabel* m_label = nullptr;
    FieldControl* m_control = nullptr;
    QToolButton* m_reset = nullptr;
    QLabel* m_mark = nullptr;
    QLabel* m_note = nullptr;

    std::function<QString(const Json&)> m_check;
    std::vector<Finding> m_findings;
    QString m_problem;
    std::optional<Json> m_value;
    bool m_readOnly = false;
};

}  // namespace touchstone::ui
