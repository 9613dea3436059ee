// SPDX-License-Identifier: GPL-3.0-or-later
//
// What people said of an answer, and the form to say it: a thumb, a score, what it should have been, and why.
//
// GUI thread only.

#pragma once

#include "trace/trace.h"

#include <QWidget>

#include <map>

class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QToolButton;

namespace touchstone::ui {

class InlineBanner;
class RecordTable;
class Theme;

class FeedbackView : public QWidget {
    Q_OBJECT

public:
    explicit FeedbackView(const Theme& theme, QWidget* parent = nullptr);

    // What stands in the form belongs to its run: it is kept for when that is shown again.
    void setTrace(const trace::Trace& trace);
    // What was given is stored: the form is empty again.
    void setSaved();
    // It is not; what stands in the form stays.
    void setFailed(const QString& message);

Q_SIGNALS:
    // `at` is not set.
    void given(const touchstone::trace::Feedback& feedback);

private:
    [[nodiscard]] QWidget* makeForm();
    [[nodiscard]] QWidget* makeMarks();
    [[nodiscard]] QToolButton* makeThumb(trace::Thumb thumb);
    [[nodiscard]] trace::Feedback entered() const;
    void choose(trace::Thumb thumb);
    void clearForm();
    void keepForm();
    void fillForm();
    void updateSave();
    void save();

    const Theme& m_theme;
    TraceId m_trace;
    std::map<TraceId, trace::Feedback> m_unsaved;  // of other runs
    bool m_saving = false;
    QToolButton* m_up = nullptr;
    QToolButton* m_down = nullptr;
    QDoubleSpinBox* m_score;
    QLineEdit* m_reason;
    QPlainTextEdit* m_correction;
    QPushButton* m_save;
    QLabel* m_hint;
    InlineBanner* m_banner;
    RecordTable* m_earlier;
};

}  // namespace touchstone::ui
