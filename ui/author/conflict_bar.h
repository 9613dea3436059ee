// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a person sees of changes from elsewhere: a strip to decide a conflict, one that says that the draft was loaded
// again, the difference of the two texts, and a question when the decision cannot wait (quitting, another branch).
//
// GUI thread only.

#pragma once

#include "session/authoring.h"

#include <QPointer>
#include <QWidget>

#include <vector>

class QDialog;

namespace touchstone::ui {

class DraftModel;
class InlineBanner;
class Theme;

class ConflictBar : public QWidget {
    Q_OBJECT

public:
    ConflictBar(const Theme& theme, DraftModel& draft, QWidget* parent = nullptr);

private:
    enum Decision { KeepMine, TakeTheirs, ShowDifference };

    void showConflict();
    void showReloaded();
    void decide(int decision);
    void ask();
    void showDifference(const std::vector<session::PartDifference>& parts);
    [[nodiscard]] QWidget* makeButtons(QDialog& dialog);

    const Theme& m_theme;
    DraftModel& m_draft;
    InlineBanner* m_banner;
    bool m_keptMine = false;  // how the last conflict ended
    QPointer<QDialog> m_question;
    QPointer<QDialog> m_difference;
};

}  // namespace touchstone::ui
