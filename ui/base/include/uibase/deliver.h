// SPDX-License-Identifier: GPL-3.0-or-later
//
// The only bridge from other threads into the GUI thread.
//
// deliverTo() may be called from any thread. `run` is executed on the GUI thread from its event loop, in the order of
// the calls, or not at all if `context` is gone by then; it is never executed inside deliverTo().
//
// Make the pointer on the GUI thread, where `context` cannot die meanwhile, and let the callback carry it:
//     start([context = QPointer<QObject>(this)](Outcome outcome) { deliverTo(context, [=] { … }); });

#pragma once

#include <QPointer>

#include <functional>
#include <utility>

namespace touchstone::ui {

namespace detail {
void postToGui(std::function<void()> run);
}

template <class T>
void deliverTo(QPointer<T> context, std::function<void()> run) {
    detail::postToGui([context = std::move(context), run = std::move(run)] {
        if (context)
            run();
    });
}

}  // namespace touchstone::ui
