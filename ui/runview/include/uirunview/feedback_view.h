// SPDX-License-Identifier: GPL-3.0-or-later
//
// What people said of an answer, and the form to say it: a thumb, a score, what it should have been, and why.
//
// GUI thread only.

#pragma once

#include "trace/trace.h"

#include <QWidget>

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

    // Another run: the form is empty. The same run, read again: what stands in the form stays.
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
    void updateSave();
    void save();

    const Theme& m_theme;
    TraceId m_trace;
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
