// SPDX-License-Identifier: GPL-3.0-or-later
//
// The place for comparisons over a real workspace, with what a window gives it.
//
// GUI thread only.

#pragma once

#include "base/system_clock.h"
#include "uibase/theme.h"
#include "uicompare/compare_model.h"
#include "uicompare/compare_view.h"
#include "uistate/draft_model.h"
#include "uistate/experiment_controller.h"
#include "uistate/history_model.h"

#include "ui/workspace_fixture.h"

#include <QAbstractButton>
#include <QTableView>
#include <QTest>

#include <memory>

namespace touchstone::test {

class ComparePlace {
public:
    explicit ComparePlace(ui::Theme& theme) : m_theme(theme) {
        m_session = fixture.open(store::OpenMode::Create).value();
    }

    [[nodiscard]] session::Session& session() { return *m_session; }
    [[nodiscard]] Result<void> commit(const Json& document) {
        return WorkspaceFixture::commit(*m_session, document, "a version");
    }
    // Two versions of the sorter, and each of the twelve cases so many times.
    [[nodiscard]] Result<void> fill(int repeats = 1) {
        TOUCHSTONE_TRY_VOID(commit(WorkspaceFixture::document(WorkspaceFixture::fewExamples())));
        TOUCHSTONE_TRY_VOID(commit(WorkspaceFixture::document(WorkspaceFixture::allExamples())));
        return fixture.importCases(*m_session, WorkspaceFixture::kDataset, repeats);
    }
    // False when it is not ready in time.
    [[nodiscard]] bool show(const QSize& size = {1440, 860}) {
        history = std::make_unique<ui::HistoryModel>(*m_session);
        draft = std::make_unique<ui::DraftModel>(*m_session);
        experiments = std::make_unique<ui::ExperimentController>(*m_session, jobs);
        const QString workflow = QString::fromLatin1(WorkspaceFixture::kWorkflow);
        history->setWorkflow(workflow);
        draft->open(workflow, QStringLiteral("main"));
        view = std::make_unique<ui::CompareView>(*m_session, m_theme, *history, *draft, *experiments);
        view->resize(size);
        view->show();
        view->activateWindow();
        return QTest::qWaitForWindowActive(view.get()) &&
               QTest::qWaitFor([this] { return draft->isOpen() && history->rowCount() > 0; });
    }
    // False when it takes too long.
    [[nodiscard]] bool compare() {
        if (!QTest::qWaitFor([this] { return view->runAction()->isEnabled(); }))
            return false;
        view->runAction()->trigger();
        return QTest::qWaitFor([this] { return !experiments->isRunning() && child("exportReport")->isEnabled(); });
    }

    [[nodiscard]] QTableView& table() const { return *view->findChild<QTableView*>(QStringLiteral("cases")); }
    // How many cells of versions have an answer.
    [[nodiscard]] int answers() const {
        int answers = 0;
        for (int row = 0; row < table().model()->rowCount(); ++row)
            for (int column = ui::CompareModel::FirstVersion; column < table().model()->columnCount(); ++column)
                answers += table().model()->index(row, column).data().isNull() ? 0 : 1;
        return answers;
    }
    template <class T = QWidget>
    [[nodiscard]] T* child(const char* name) const {
        return view->findChild<T*>(QString::fromLatin1(name));
    }
    [[nodiscard]] QAbstractButton* segment(const char* control, int index) const {
        return child(control)->findChild<QAbstractButton*>(QStringLiteral("segment%1").arg(index));
    }
    // Null when the version is not among the chosen.
    [[nodiscard]] QWidget* chip(const char* reference) const {
        for (QWidget* found : view->findChildren<QWidget*>(QStringLiteral("chip.") + QString::fromLatin1(reference)))
            if (found->isVisible())
                return found;
        return nullptr;
    }

    WorkspaceFixture fixture;

private:
    ui::Theme& m_theme;
    SystemClock m_clock;
    std::unique_ptr<session::Session> m_session;

public:
    ui::JobList jobs{m_clock};
    std::unique_ptr<ui::HistoryModel> history;
    std::unique_ptr<ui::DraftModel> draft;
    std::unique_ptr<ui::ExperimentController> experiments;
    std::unique_ptr<ui::CompareView> view;
};

}  // namespace touchstone::test
