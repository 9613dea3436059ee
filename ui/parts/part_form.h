// SPDX-License-Identifier: GPL-3.0-or-later
//
// A form of settings that are members of one JSON object. Members it has no field for stay as they are, and so does
// every place in the object's order.
//
// GUI thread only.

#pragma once

#include "base/finding.h"
#include "form_field.h"
#include "json_members.h"

#include <functional>
#include <vector>

class QVBoxLayout;

namespace touchstone::ui {

class FieldRow;

class PartForm : public QWidget {
    Q_OBJECT

public:
    // Refuses a value that does not go with the rest; `object` has it already. Empty: it does.
    using Check = std::function<QString(const Json& object)>;

    // `part` names the object in object names.
    PartForm(const Theme& theme, const QString& part, std::vector<FieldSpec> fields, QWidget* parent = nullptr);

    // Null is an object without members; anything else that is no object cannot be edited here.
    void setValue(const Json& object);
    [[nodiscard]] const Json& value() const { return m_object; }
    void setReadOnly(bool readOnly);
    // `prefix` is the JSON pointer of the object.
    void setFindings(const std::vector<Finding>& findings, const std::string& prefix);
    void setCheck(const std::string& key, Check check);
    void setFieldVisible(const std::string& key, bool visible);
    // The field gets the focus; false when there is none.
    bool focusField(const std::string& key);
    // Every field is hidden: of what cannot be carried out yet, only what is set is shown.
    [[nodiscard]] bool isBare() const;

Q_SIGNALS:
    void edited(const touchstone::Json& object, const QString& what);

protected:
    void changeEvent(QEvent* event) override;

private:
    void take(const FieldRow& row, const std::optional<Json>& value);
    void alignLabels();
    void applyReadOnly();
    [[nodiscard]] FieldRow* rowOf(const std::string& key) const;

    std::vector<FieldRow*> m_rows;
    MemberEdits m_edits;
    Json m_object;
    bool m_readOnly = false;
};

}  // namespace touchstone::ui
