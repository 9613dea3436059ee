// SPDX-License-Identifier: GPL-3.0-or-later
//
// A part as a form: budget, cache, chunking. What the form has no field for is kept and said to be there.
//
// GUI thread only.

#pragma once

#include "uiparts/part_view.h"

#include "form_field.h"

#include <vector>

class QLabel;
class QVBoxLayout;

namespace touchstone::ui {

class InlineBanner;
class PartForm;
class Theme;

class FormView : public PartView {
    Q_OBJECT

public:
    FormView(const Theme& theme, const std::string& part, std::vector<FieldSpec> fields, QWidget* parent = nullptr);

    void setPart(const Json& part) override;
    void setReadOnly(bool readOnly) override;
    void setFindings(const std::vector<Finding>& findings) override;
    bool goTo(const std::string& pointer) override;

protected:
    [[nodiscard]] PartForm& form() { return *m_form; }
    // Below the fields.
    [[nodiscard]] QVBoxLayout& extras() { return *m_extras; }
    // The part is another one: shown or edited.
    virtual void partShown(const Json& part) { static_cast<void>(part); }

private:
    void buildUi();
    void showOthers(const Json& part);

    const Theme& m_theme;
    const std::string m_part;
    std::vector<std::string> m_keys;
    PartForm* m_form;
    InlineBanner* m_banner = nullptr;
    QLabel* m_others = nullptr;
    QVBoxLayout* m_extras = nullptr;
};

// Chunking, whose overlap must be smaller than its size.
[[nodiscard]] FormView* makeChunkingForm(const Theme& theme, QWidget* parent);

// The names of the members that are not among `keys`, as a sentence; empty when there are none.
[[nodiscard]] QString othersText(const Json& object, const std::vector<std::string>& keys);

}  // namespace touchstone::ui
