// SPDX-License-Identifier: GPL-3.0-or-later

#include "input_texts.h"

#include "uibase/deliver.h"
#include "uistate/input_words.h"
#include "uistate/text.h"

namespace touchstone::ui {
namespace {

using namespace std::chrono_literals;

constexpr int kKept = 20'000;
constexpr std::size_t kWanted = 100;  // more than a screen has rows
constexpr std::size_t kAtOnce = 8;

}  // namespace

InputTexts::InputTexts(session::Session& session, QObject* parent) : QObject(parent), m_session(session) {
    m_texts.setMaxCost(kKept);
    m_pause.setSingleShot(true);
    m_pause.setInterval(20ms);
    connect(&m_pause, &QTimer::timeout, this, &InputTexts::ask);
}

QString InputTexts::textOf(const TraceId& trace) {
    if (const QString* text = m_texts.object(toQString(trace.text)))
        return *text;
    if (!m_asked.contains(trace.text)) {
        std::erase(m_wanted, trace.text);
        m_wanted.push_back(trace.text);
        if (m_wanted.size() > kWanted)
            m_wanted.pop_front();
        if (!m_pause.isActive())
            m_pause.start();
    }
    return {};
}

void InputTexts::ask() {
    while (!m_wanted.empty() && m_asked.size() < kAtOnce) {
        std::string trace = std::move(m_wanted.back());
        m_wanted.pop_back();
        m_asked.insert(trace);
        m_session.traces().load(trace, [self = QPointer<InputTexts>(this), trace](const Result<trace::Trace>& loaded) {
            QString text = loaded.ok() ? firstTextOf(loaded->detail.input) : QString();
            deliverTo(self, [self, trace, text = std::move(text)] { self->take(trace, text); });
        });
    }
}

void InputTexts::take(const std::string& trace, const QString& text) {
    m_asked.erase(trace);
    m_texts.insert(toQString(trace), new QString(text));
    if (!m_wanted.empty())
        ask();
    Q_EMIT loaded(trace);
}

}  // namespace touchstone::ui
