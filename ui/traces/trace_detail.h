// SPDX-License-Identifier: GPL-3.0-or-later
//
// One trace opened: whose it is, what it took, its spans, and a tab for each question one may ask of it. GUI thread
// only.

#pragma once

#include "session/session.h"
#include "uibase/throttle.h"
#include "uirunview/messages_view.h"
#include "uirunview/sources_view.h"
#include "uistate/destination.h"

#include <QWidget>

#include <memory>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace touchstone::ui {

class AttemptsView;
class CodeEditor;
class CostView;
class DetailTabs;
class EmptyState;
class FeedbackView;
class InlineBanner;
class PolicyView;
class RunFacts;
class Splitter;
class Theme;
class TraceActions;
class ValidationView;
class VersionNames;
class WaterfallView;

class TraceDetail : public QWidget {
    Q_OBJECT

public:
    TraceDetail(session::Session& session, const Theme& theme, VersionNames& versions, QWidget* parent = nullptr);

    // By id or its beginning. What was shown stays until it is there.
    void showTrace(const std::string& idOrPrefix);
    void clear();
    // Nothing is shown, and nothing asked for.
    [[nodiscard]] bool isEmpty() const { return m_wanted.empty(); }
    // The trace that is shown; empty: none.
    [[nodiscard]] QString shownTrace() const;
    [[nodiscard]] TraceActions& actions() const { return *m_actions; }
    // Tab and splitter.
    [[nodiscard]] QVariantMap saveLayout() const;
    void restoreLayout(const QVariantMap& layout);

Q_SIGNALS:
    void goToRequested(const touchstone::ui::Destination& destination);
    // Read, or read again because something was added.
    void traceRead(const touchstone::trace::Summary& summary);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    enum Tab { Rendered, Sources, Attempts, Validation, Policy, Cost, Feedback, Raw, kTabs };
    // Made on a worker.
    struct Loaded {
        std::shared_ptr<const trace::Trace> trace;
        ShownMessages messages;
        std::vector<SourceRow> sources;
        QString raw;
    };

    [[nodiscard]] static Result<Loaded> prepare(Result<trace::Trace> read);
    [[nodiscard]] QWidget* makeHead();
    [[nodiscard]] QWidget* makeBody();
    [[nodiscard]] QWidget* makeTabs();
    void wire();
    void load();
    void show(Loaded loaded);
    void showIdentity();
    void fitHead();
    void showTabs();
    void showError(const QString& message);
    void selectSpan(const SpanId& span);
    void saveFeedback(const trace::Feedback& feedback);

    session::Session& m_session;
    const Theme& m_theme;
    VersionNames& m_versions;
    TraceActions* m_actions;
    Throttle m_loading;
    std::string m_wanted;
    std::int64_t m_generation = 0;
    Loaded m_shown;
    std::vector<SpanId> m_spans;  // of the waterfall's rows

    QStackedWidget* m_pages;
    EmptyState* m_empty;
    InlineBanner* m_banner;
    QLabel* m_id;
    QLabel* m_mark;
    QLabel* m_version;
    RunFacts* m_facts;
    WaterfallView* m_waterfall;
    Splitter* m_splitter = nullptr;
    DetailTabs* m_tabs;
    QWidget* m_head = nullptr;
    QList<QPushButton*> m_buttons;
    QStackedWidget* m_panels;
    MessagesView* m_messages;
    SourcesView* m_sources;
    AttemptsView* m_attempts;
    ValidationView* m_validation;
    PolicyView* m_policy;
    CostView* m_cost;
    FeedbackView* m_feedback;
    CodeEditor* m_raw;
    QString m_toldTrace;  // where the banner's link leads
};

}  // namespace touchstone::ui
