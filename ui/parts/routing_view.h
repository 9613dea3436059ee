// SPDX-License-Identifier: GPL-3.0-or-later
//
// The routing part as a diagram of rules, tiers and fallback, with the form of the current node beside it (below it
// where there is little room).
//
// GUI thread only.

#pragma once

#include "routing_picture.h"
#include "uiparts/part_views.h"

#include <map>

class QScrollArea;

namespace touchstone::ui {

class InlineBanner;
class RoutingDiagram;
class RoutingInspector;
class Splitter;

class RoutingView : public PartView {
    Q_OBJECT

public:
    explicit RoutingView(PartContext context, QWidget* parent = nullptr);

    void setPart(const Json& part) override;
    void setReadOnly(bool readOnly) override;
    void setFindings(const std::vector<Finding>& findings) override;
    bool goTo(const std::string& pointer) override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildUi();
    void wire();
    void refresh();
    void showNode();
    void change(Json routing, const QString& what);
    void add(RoutingKind kind);
    void addTier();
    void remove(RoutingPlace place);
    void move(RoutingPlace place, int by);
    void leadTo(std::size_t rule, std::size_t tier);
    void take(const Json& routing, const QString& what);
    void offerMentions(const QString& from, const QString& to);
    void renameMentionsElsewhere();
    [[nodiscard]] bool isEditable() const { return !m_readOnly && (m_part.is_null() || m_part.is_object()); }

    const PartContext m_context;
    Splitter* m_splitter = nullptr;
    InlineBanner* m_banner = nullptr;
    QScrollArea* m_scroll = nullptr;
    RoutingDiagram* m_diagram = nullptr;
    RoutingInspector* m_inspector = nullptr;

    Json m_part;
    std::vector<Finding> m_findings;
    std::pair<std::string, std::string> m_renamed;  // a tier that other parts still call by its old name
    bool m_readOnly = false;
};

}  // namespace touchstone::ui
