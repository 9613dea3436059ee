// SPDX-License-Identifier: Apache-2.0
//
// Previews of texts that change a little from one to the next. Thread-safe.

#pragma once

#include "context.h"
#include "session/preview.h"

#include <memory>
#include <mutex>
#include <stop_token>
#include <string>

namespace touchstone::session {

class Previews {
public:
    explicit Previews(Context& context) : m_context(context) {}

    // Cancelled is the only error; see Running::preview().
    [[nodiscard]] Result<Preview> preview(const DraftText& text, Json input, const std::string& tier,
                                          const std::stop_token& stop);

private:
    using Prepared = std::shared_ptr<const engine::Prepared>;

    [[nodiscard]] Result<Prepared> prepare(const DraftText& text);
    [[nodiscard]] Prepared last();

    Context& m_context;
    std::mutex m_mutex;
    // Guarded by m_mutex
    Prepared m_last;
};

}  // namespace touchstone::session
