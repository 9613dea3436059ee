// SPDX-License-Identifier: GPL-3.0-or-later
//
// The form of the routing diagram's current node.
//
// GUI thread only.

#pragma once

#include "base/finding.h"
#include "routing_picture.h"

#include <QWidget>

#include <optional>
#include <string>
#include <vector>

class QComboBox;
class QLabel;
class QLineEdit;
class QStackedWidget;

namespace touchstone::ui {

class PartForm;
class RoutingRuleForm;
class Theme;

class RoutingInspector : public QWidget {
    Q_OBJECT

public:
    explicit RoutingInspector(const Theme& theme, QWidget* parent = nullptr);

    // Shows the form of the node there; none without a place.
    void show(const Json& routing, std::optional<RoutingPlace> place);
    void setReadOnly(bool readOnly);
    void setFindings(const std::vector<Finding>& findings);
    void focusFirst();
    // The field of a pointer inside the node gets the focus.
    bool goTo(const std::string& pointer);

Q_SIGNALS:
    void edited(const touchstone::Json& routing, const QString& what);
    void tierRenamed(const QString& from, const QString& to);

private:
    void buildUi();
    [[nodiscard]] QWidget* makeTierPage();
    [[nodiscard]] QWidget* makeFallbackPage();
    [[nodiscard]] QWidget* makeAttemptsPage();
    void addPage(QWidget* content, const QString& title);
    [[nodiscard]] QLabel* makeSection(const QString& title);
    void fillPage();
    void fillTier(const Json& tier);
    void fillFallback();
    void fillAttempts();
    void takeNode(const Json& node, const QString& what);
    void takeMember(const char* key, const Json& value, const QString& what);
    void takePrice(const Json& price, const QString& what);
    void chooseFallback(int index);
    void checkName();
    void rename();
    void report(const QString& what);
    [[nodiscard]] QString nameProblem() const;
    [[nodiscard]] QStringList tierChoices() const;
    [[nodiscard]] std::string tierName() const;
    [[nodiscard]] const Json* node() const;
    [[nodiscard]] std::vector<Finding> liveFindings() const;

    const Theme& m_theme;
    QStackedWidget* m_pages = nullptr;
    RoutingRuleForm* m_rule = nullptr;
    QLineEdit* m_name = nullptr;
    QLabel* m_nameNote = nullptr;
    PartForm* m_tier = nullptr;
    PartForm* m_price = nullptr;
    QComboBox* m_fallback = nullptr;
    PartForm* m_step = nullptr;
    PartForm* m_limits = nullptr;
    PartForm* m_retry = nullptr;
    PartForm* m_breaker = nullptr;
    QLabel* m_breakerTitle = nullptr;

    Json m_routing;
    std::optional<RoutingPlace> m_place;
    std::vector<Finding> m_findings;
    bool m_readOnly = false;
};

}  // namespace touchstone::ui
