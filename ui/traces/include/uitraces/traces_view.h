// SPDX-License-Identifier: GPL-3.0-or-later
//
// The place where one looks back: every trace of the workspace, filtered by words and by time, and what happened in the
// one that is selected. It stays quick with a million of them.
//
// GUI thread only.

#pragma once

#include "session/session.h"
#include "uistate/place.h"

#include <QTimer>

#include <optional>
#include <string>

class QLabel;
class QStackedWidget;

namespace touchstone::ui {

class BulkActions;
class EmptyState;
class FilterBar;
class InlineBanner;
class InputTexts;
class JobList;
class NewStrip;
class Splitter;
class Theme;
class TimeBrush;
class TraceDetail;
class TraceFeed;
class TraceTable;
class TraceTableModel;
class VersionNames;
struct CopiedTable;
struct TraceScope;

class TracesView : public Place {
    Q_OBJECT

public:
    // All outlive the view.
    TracesView(session::Session& session, const Theme& theme, JobList& jobs, QWidget* parent = nullptr);

    [[nodiscard]] QList<QAction*> commands() const override;
    [[nodiscard]] QString status() const override;
    // The list, or what one can do while it is empty.
    [[nodiscard]] QWidget* firstFocus() const override;
    // Shows a TraceDestination or a TraceListDestination.
    bool goTo(const Destination& destination) override;
    [[nodiscard]] QVariantMap saveLayout() const override;
    void restoreLayout(const QVariantMap& layout) override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void buildUi();
    [[nodiscard]] QWidget* makeList();
    [[nodiscard]] QWidget* makeFoot();
    void wire();
    void wireTable();
    void wireBulk();
    [[nodiscard]] TraceScope shownScope() const;
    [[nodiscard]] TraceScope selectedScope() const;
    // From the query's text to a filter, and from that to rows and bars.
    void readQuery(const QString& query);
    void applyQuery(const store::TraceFilter& filter);
    void showList();
    void readTimeline();
    void showState();
    void showTotals();
    void showResult();
    void showEmpty();
    void takeNextStep();
    void showCopied(const CopiedTable& table);
    void openCurrent();
    void selectShown();
    void leaveFilter();
    void openTrace(const std::string& idOrPrefix);

    session::Session& m_session;
    const Theme& m_theme;
    VersionNames* m_versions;
    InputTexts* m_inputs;
    TraceTableModel* m_model;
    TraceFeed* m_feed;
    TraceTable* m_table;
    NewStrip* m_newStrip;
    TraceDetail* m_detail;
    BulkActions* m_bulk;
    FilterBar* m_filter;
    TimeBrush* m_brush;
    EmptyState* m_empty;
    InlineBanner* m_banner;
    QStackedWidget* m_pages;
    QLabel* m_sums;
    QLabel* m_said;  // what was just done, at the foot
    Splitter* m_splitter = nullptr;
    QTimer m_patience;
    QTimer m_resized;
    store::TraceFilter m_query;  // without the time of the brush
    QString m_queryText;
    std::int64_t m_queries = 0;
    bool m_narrow = false;
};

}  // namespace touchstone::ui
