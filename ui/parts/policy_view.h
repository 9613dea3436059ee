// SPDX-License-Identifier: GPL-3.0-or-later
//
// The policy part as rows, one a rule, with the chosen rule's form beside them and a test box below.
//
// Del removes the chosen rule, Ctrl+D duplicates it, Alt+Up and Alt+Down move it, Return goes to its form.
//
// GUI thread only.

#pragma once

#include "policy_model.h"
#include "uibase/icons.h"
#include "uiparts/part_views.h"

class QListView;
class QScrollArea;
class QStackedWidget;
class QToolButton;

namespace touchstone::ui {

class EmptyState;
class PanelHead;
class PolicyRuleForm;
class PolicyTest;

class PolicyPartView : public PartView {
    Q_OBJECT

public:
    explicit PolicyPartView(PartContext context, QWidget* parent = nullptr);

    void setPart(const Json& part) override;
    void setReadOnly(bool readOnly) override;
    void setFindings(const std::vector<Finding>& findings) override;
    bool goTo(const std::string& pointer) override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildUi();
    [[nodiscard]] QWidget* makeRules();
    [[nodiscard]] QWidget* makeForm();
    QToolButton* makeAction(Icon icon, const QString& name, const QKeySequence& keys, void (PolicyPartView::*act)());
    void addRule();
    void duplicateRule();
    void removeRule();
    void moveUp() { moveRule(-1); }
    void moveDown() { moveRule(1); }
    void moveRule(int by);
    void takeRule(const Json& rule, const QString& what);
    void change(Json part, const QString& what, int select);
    void refresh();
    void markRules();
    void showRule();
    bool handleKey(QKeyEvent& event);
    [[nodiscard]] int row() const;
    [[nodiscard]] bool isEditable() const { return !m_readOnly && (m_part.is_null() || m_part.is_array()); }
    [[nodiscard]] std::string freeId(const std::string& wanted) const;
    [[nodiscard]] QStringList tierNames() const;

    const PartContext m_context;
    PolicyModel m_model;
    QWidget* m_rules = nullptr;  // head and list; only while there are rules
    QListView* m_list = nullptr;
    PanelHead* m_head = nullptr;
    QStackedWidget* m_pages = nullptr;
    EmptyState* m_empty = nullptr;
    QScrollArea* m_scroll = nullptr;
    PolicyRuleForm* m_form = nullptr;
    PolicyTest* m_test = nullptr;
    std::vector<QToolButton*> m_actions;  // add, duplicate, remove, up, down

    Json m_part;
    std::vector<Finding> m_findings;
    bool m_readOnly = false;
};

}  // namespace touchstone::ui
