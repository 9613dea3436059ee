// SPDX-License-Identifier: GPL-3.0-or-later

#include "message_blocks.h"

#include "text/utf8.h"

#include <algorithm>

namespace touchstone::ui {
namespace {

// Where to divide a line: behind a blank near the longest length, else between two characters.
std::size_t divideAt(std::string_view line) {
    const std::size_t longest = MessageBlocks::kLongestLine;
    if (line.size() <= longest)
        return line.size();
    const std::size_t blank = line.rfind(' ', longest);
    if (blank != std::string_view::npos && blank > longest / 2)
        return blank + 1;
    std::size_t at = longest;
    while (at > 0 && (static_cast<unsigned char>(line[at]) & 0xC0U) == 0x80U)
        --at;
    return at > 0 ? at : longest;
}

}  // namespace

void MessageBlocks::assign(ShownMessages messages) {
    m_messages = std::move(messages);
    m_blocks.clear();
    for (std::size_t i = 0; i < m_messages->size(); ++i) {
        m_blocks.push_back({static_cast<std::uint32_t>(i), 0, 0, 0, MessageBlock::Head});
        if (!addLines(i))
            break;
    }
    m_tops.assign(m_blocks.size() + 1, 0);
    m_exactTops = 0;
}

bool MessageBlocks::addLines(std::size_t message) {
    const std::string_view content = (*m_messages)[message].content;
    for (std::size_t begin = 0; begin < content.size();) {
        if (m_blocks.size() >= kMostBlocks) {
            m_blocks.push_back({static_cast<std::uint32_t>(message), static_cast<std::uint32_t>(begin),
                                static_cast<std::uint32_t>(begin), 0, MessageBlock::More});
            return false;
        }
        const std::size_t lineEnd = std::min(content.find('\n', begin), content.size());
        const std::size_t end = begin + divideAt(content.substr(begin, lineEnd - begin));
        m_blocks.push_back({static_cast<std::uint32_t>(message), static_cast<std::uint32_t>(begin),
                            static_cast<std::uint32_t>(end), 0, MessageBlock::Line});
        begin = end == lineEnd ? end + 1 : end;
    }
    return true;
}

void MessageBlocks::measure(const Metrics& metrics) {
    const auto columns = static_cast<std::size_t>(std::max(metrics.columns, 8));
    for (MessageBlock& block : m_blocks) {
        if (block.kind != MessageBlock::Line) {
            block.height = metrics.head;
            continue;
        }
        const std::string_view content = (*m_messages)[block.message].content;
        const std::size_t length = text::countCodePoints(content.substr(block.begin, block.end - block.begin));
        const std::size_t rows = std::max<std::size_t>((length + columns - 1) / columns, 1);
        block.height = static_cast<std::int32_t>(rows) * metrics.row;
    }
    m_exactTops = 0;
}

void MessageBlocks::setHeight(std::size_t block, int height) {
    if (m_blocks[block].height == height)
        return;
    m_blocks[block].height = height;
    m_exactTops = std::min(m_exactTops, block);
}

std::int64_t MessageBlocks::top(std::size_t block) const {
    for (; m_exactTops < block; ++m_exactTops)
        m_tops[m_exactTops + 1] = m_tops[m_exactTops] + m_blocks[m_exactTops].height;
    return m_tops[block];
}

std::size_t MessageBlocks::blockAt(std::int64_t y) const {
    static_cast<void>(top(m_blocks.size()));
    const auto after = std::upper_bound(m_tops.begin(), m_tops.end() - 1, y);
    return static_cast<std::size_t>(std::max<std::ptrdiff_t>(after - m_tops.begin() - 1, 0));
}

std::size_t MessageBlocks::blockOf(std::size_t message, std::size_t byte) const {
    const auto after =
        std::upper_bound(m_blocks.begin(), m_blocks.end(), std::pair(message, byte),
                         [](const std::pair<std::size_t, std::size_t>& place, const MessageBlock& block) {
                             return place < std::pair<std::size_t, std::size_t>(block.message, block.begin);
                         });
    return static_cast<std::size_t>(std::max<std::ptrdiff_t>(after - m_blocks.begin() - 1, 0));
}

}  // namespace touchstone::ui
