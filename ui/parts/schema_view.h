// SPDX-License-Identifier: GPL-3.0-or-later
//
// The part `inputs`, which is a JSON Schema, or `output`, which holds one beside a few settings.
//
// GUI thread only.

#pragma once

#include "json_members.h"
#include "uiparts/part_view.h"

namespace touchstone::ui {

class InlineBanner;
class PartForm;
class SchemaPane;
class Theme;

// `inputs` as a tree.
class InputsView : public PartView {
    Q_OBJECT

public:
    explicit InputsView(const Theme& theme, QWidget* parent = nullptr);

    void setPart(const Json& part) override;
    void setReadOnly(bool readOnly) override;
    void setFindings(const std::vector<Finding>& findings) override;
    bool goTo(const std::string& pointer) override;

private:
    SchemaPane* m_pane;
};

// `output`: its settings as a form, its schema as a tree. In text mode without a schema there is no tree.
class OutputView : public PartView {
    Q_OBJECT

public:
    explicit OutputView(const Theme& theme, QWidget* parent = nullptr);

    void setPart(const Json& part) override;
    void setReadOnly(bool readOnly) override;
    void setFindings(const std::vector<Finding>& findings) override;
    bool goTo(const std::string& pointer) override;

private:
    void buildUi(const Theme& theme);
    void showPart(const Json& part);
    void takeSettings(const Json& settings, const QString& what);
    void takeSchema(const Json& schema, const QString& what);

    Json m_part;
    MemberEdits m_edits;
    PartForm* m_form = nullptr;
    SchemaPane* m_pane = nullptr;
    InlineBanner* m_banner = nullptr;
    bool m_readOnly = false;
};

}  // namespace touchstone::ui
