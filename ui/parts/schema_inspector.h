// SPDX-License-Identifier: GPL-3.0-or-later
//
// All that can be said of one row of a schema: title, choices, limits, default, fit for its type. Keywords without a
// field are named and kept.
//
// GUI thread only.

#pragma once

#include "base/finding.h"
#include "base/json.h"

#include <QScrollArea>
#include <QTimer>

#include <vector>

class QLabel;
class QVBoxLayout;

namespace touchstone::ui {

class PartForm;
class Theme;

class SchemaInspector : public QScrollArea {
    Q_OBJECT

public:
    explicit SchemaInspector(const Theme& theme, QWidget* parent = nullptr);

    // `name` is the row's; null shows that nothing is selected. Findings' pointers begin with `pointer`.
    void showRow(const QString& name, const Json& schema, const std::string& pointer,
                 const std::vector<Finding>& findings);
    void setReadOnly(bool readOnly);

Q_SIGNALS:
    void edited(const touchstone::Json& schema, const QString& what);

private:
    void makeForm();
    void fillForm();

    const Theme& m_theme;
    QLabel* m_title;
    QLabel* m_findings;
    QLabel* m_others;
    QVBoxLayout* m_layout;
    PartForm* m_form = nullptr;
    std::string m_shape;        // of the schema the form was made for
    std::string m_formPointer;  // of the row it was made for
    std::string m_pointer;
    Json m_schema;
    std::vector<Finding> m_said;
    QTimer m_making;
    std::vector<std::string> m_keys;
    bool m_readOnly = false;
};

}  // namespace touchstone::ui
