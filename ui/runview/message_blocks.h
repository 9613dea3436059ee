// SPDX-License-Identifier: GPL-3.0-or-later
//
// Long texts as blocks of which only those in sight are laid out: each message's head, then its lines. A block that was
// never laid out has an estimated height.
//
// Plain value; GUI thread only because of who uses it.

#pragma once

#include "uirunview/messages_view.h"

#include <cstdint>
#include <vector>

namespace touchstone::ui {

struct MessageBlock {
    enum Kind : std::uint8_t { Head, Line, More };  // More: what is left out at the end of very long prompts

    std::uint32_t message = 0;
    std::uint32_t begin = 0;  // bytes of the message's content, without the line end
    std::uint32_t end = 0;
    std::int32_t height = 0;
    Kind kind = Line;
};

class MessageBlocks {
public:
    struct Metrics {
        int columns = 80;  // of the text's width
        int row = 18;      // px
        int head = 28;     // px
    };

    // A line that is longer than this is divided.
    static constexpr std::size_t kLongestLine = 4000;
    static constexpr std::size_t kMostBlocks = 200'000;

    void assign(ShownMessages messages);
    // Estimates all heights anew.
    void measure(const Metrics& metrics);
    // The height of a block that was laid out.
    void setHeight(std::size_t block, int height);

    [[nodiscard]] const std::vector<ShownMessage>& messages() const { return *m_messages; }
    [[nodiscard]] std::size_t size() const { return m_blocks.size(); }
    [[nodiscard]] const MessageBlock& at(std::size_t block) const { return m_blocks[block]; }
    [[nodiscard]] std::int64_t top(std::size_t block) const;
    [[nodiscard]] std::int64_t height() const { return top(m_blocks.size()); }
    // The block at that height; the last one below the end. REQUIRES: size() > 0
    [[nodiscard]] std::size_t blockAt(std::int64_t y) const;
    // The block that holds that byte of a message.
    [[nodiscard]] std::size_t blockOf(std::size_t message, std::size_t byte) const;

private:
    bool addLines(std::size_t message);

    ShownMessages m_messages = std::make_shared<const std::vector<ShownMessage>>();
    std::vector<MessageBlock> m_blocks;
    mutable std::vector<std::int64_t> m_tops = {0};
    mutable std::size_t m_exactTops = 0;  // tops up to here are right
};

}  // namespace touchstone::ui
