// SPDX-License-Identifier: Apache-2.0

#include "previews.h"

#include "workflow/version.h"

namespace touchstone::session {
namespace {

Result<Preview> unlessCancelled(Preview preview) {
    if (preview.problem && preview.problem->error.code == ErrorCode::Cancelled)
        return std::move(preview.problem->error);
    return preview;
}

Error toError(const Finding& broken) {
    return {ErrorCode::InvalidArgument, "the text is no JSON yet: " + toLine(broken)};
}

}  // namespace

Result<Preview> Previews::preview(const DraftText& text, Json input, const std::string& tier,
                                  const std::stop_token& stop) {
    if (stop.stop_requested())
        return Error{ErrorCode::Cancelled, "the preview was cancelled"};
    const Result<Prepared> prepared = prepare(text);
    if (!prepared.ok()) {
        Preview preview;
        preview.problem = {engine::Stage::Prepare, prepared.error()};
        return preview;
    }
    return unlessCancelled(
        engine::preview(*prepared.value(), std::move(input), tier, m_context.engine().prices(), stop));
}

Result<Previews::Prepared> Previews::prepare(const DraftText& text) {
    const ReadText read = readText(text);
    if (!read.broken.empty())
        return toError(read.broken.front());
    const Prepared like = last();
    // Typing into the form changes the input, not the text. A corpus named without its hash may be another one by now.
    if (like && !like->corpus()) {
        TOUCHSTONE_TRY(const std::string hash, workflow::hashDocument(*read.document));
        if (like->documentHash() == hash)
            return like;
    }
    TOUCHSTONE_TRY(Prepared prepared, m_context.prepareDraft(*read.document, like.get()));
    const std::lock_guard lock(m_mutex);
    m_last = prepared;
    return prepared;
}

Previews::Prepared Previews::last() {
    const std::lock_guard lock(m_mutex);
    return m_last;
}

}  // namespace touchstone::session
