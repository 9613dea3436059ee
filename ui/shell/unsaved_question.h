// SPDX-License-Identifier: GPL-3.0-or-later
//
// Asks what becomes of a draft that cannot be saved, before its window or workspace is left.
//
// GUI thread only.

#pragma once

#include "uistate/draft_model.h"

#include <QMessageBox>

#include <functional>

namespace touchstone::ui {

class UnsavedQuestion : public QMessageBox {
    Q_OBJECT

public:
    // Asks over `window`, once at a time; `why` is what saving said. `leave` is called when the draft was written to a
    // file of its own, or when it may be lost.
    static void ask(QWidget& window, const DraftModel& draft, const QString& why, std::function<void()> leave);

private:
    UnsavedQuestion(QWidget& window, const DraftModel& draft, const QString& why, std::function<void()> leave);
    void decide(const QAbstractButton* button);
    void saveElsewhere();

    const DraftModel& m_draft;
    const std::function<void()> m_leave;
    QPushButton* m_save;
    QPushButton* m_lose;
};

}  // namespace touchstone::ui
