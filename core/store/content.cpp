// SPDX-License-Identifier: Apache-2.0

#include "content.h"

#include <zstd.h>

#include <memory>

namespace touchstone::store {
namespace {

constexpr int kLevel = 1;                        // 3 is a third slower for a few per cent on texts of some KB
constexpr std::size_t kLeast = 128;              // shorter texts do not gain
constexpr std::size_t kKeptScratch = 1U << 20U;  // bytes a thread keeps for the next text
constexpr std::size_t kLargestText = 256U << 20U;

struct FreeZstd {
    void operator()(ZSTD_CCtx* context) const { ZSTD_freeCCtx(context); }
    void operator()(ZSTD_DCtx* context) const { ZSTD_freeDCtx(context); }
};

ZSTD_CCtx* compressor() {
    thread_local const std::unique_ptr<ZSTD_CCtx, FreeZstd> context(ZSTD_createCCtx());
    return context.get();
}

ZSTD_DCtx* decompressor() {
    thread_local const std::unique_ptr<ZSTD_DCtx, FreeZstd> context(ZSTD_createDCtx());
    return context.get();
}

std::int64_t keyOf(const Digest& hash) {
    std::uint64_t key = 0;
    for (std::size_t i = 0; i < sizeof key; ++i)
        key = key << 8U | hash.bytes[i];
    return static_cast<std::int64_t>(key);
}

std::string_view bytesOf(const Digest& hash) {
    return {reinterpret_cast<const char*>(hash.bytes.data()), hash.bytes.size()};
}

[[noreturn]] void damaged(std::string detail) {
    throw Failure{{ErrorCode::Corrupt,
                   "a text of the workspace is damaged: it is not what was stored. Keep the file, and work with a "
                   "backup",
                   std::move(detail)}};
}

}  // namespace

PackedText pack(std::string_view text) {
    if (text.size() < kLeast)
        return {std::string(text), Codec::Plain};
    thread_local std::string scratch;
    if (scratch.size() > kKeptScratch)
        scratch = {};
    if (const std::size_t bound = ZSTD_compressBound(text.size()); scratch.size() < bound)
        scratch.resize(bound);
    const std::size_t size =
        ZSTD_compressCCtx(compressor(), scratch.data(), scratch.size(), text.data(), text.size(), kLevel);
    if (ZSTD_isError(size) != 0 || size > text.size() - text.size() / 8)
        return {std::string(text), Codec::Plain};
    return {scratch.substr(0, size), Codec::Zstd};
}

std::string unpack(std::string_view bytes, Codec codec) {
    if (codec == Codec::Plain)
        return std::string(bytes);
    const unsigned long long size = ZSTD_getFrameContentSize(bytes.data(), bytes.size());
    if (size > kLargestText)  // also what zstd answers for "unknown" and "not zstd"
        damaged("it is not compressed as this program does");
    std::string text(size, '\0');
    const std::size_t unpacked =
        ZSTD_decompressDCtx(decompressor(), text.data(), text.size(), bytes.data(), bytes.size());
    if (ZSTD_isError(unpacked) != 0 || unpacked != size)
        damaged(ZSTD_isError(unpacked) != 0 ? ZSTD_getErrorName(unpacked) : "it is too short");
    return text;
}

PackedContent packContent(std::string_view text) {
    return {sha256(text), text.size(), pack(text)};
}

std::int64_t putContent(Connection& connection, const PackedContent& content) {
    const std::int64_t key = keyOf(content.hash);
    const Blob hash{bytesOf(content.hash)};
    if (Statement row = connection.query("SELECT id FROM content WHERE key = ? AND hash = ?", key, hash); row.step())
        return row.integer(0);
    connection.run("INSERT INTO content(key, hash, size, codec, bytes) VALUES(?, ?, ?, ?, ?)", key, hash, content.size,
                   static_cast<int>(content.packed.codec), Blob{content.packed.bytes});
    return connection.lastRowId();
}

std::string getContent(Connection& connection, std::int64_t id) {
    Statement row = connection.query("SELECT hash, codec, bytes FROM content WHERE id = ?", id);
    if (!row.step())
        damaged("content " + std::to_string(id) + " is missing");
    std::string text = unpack(row.blob(2), static_cast<Codec>(row.integer(1)));
    if (bytesOf(sha256(text)) != row.blob(0))
        damaged("content " + std::to_string(id) + " has another hash");
    return text;
}

}  // namespace touchstone::store
