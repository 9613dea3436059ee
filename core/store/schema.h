// SPDX-License-Identifier: Apache-2.0
//
// The tables of a workspace, format 3, as a design note; schema.cpp has them as SQL.
//
//   workflow        every workflow that has a draft or a version, by name
//   version         one row a commit: number within the workflow, parents (ids one after another), author, message,
//                   time, hash of the whole document, and the document without its parts (`head`)
//   version_part    the parts of a version: name, hash of the canonical JSON, and the part's JSON text as written
//   pointer         branches (kind 0) and tags (kind 1) of a workflow
//   draft           one row a workflow and branch: the text as typed, bytes unchanged. A draft that was committed or
//                   discarded keeps its row, without content (`editor` empty), so that no revision comes twice
//   content         every text that may occur twice (parts, corpus documents, cases, trace payloads), stored once:
//                   `hash` is the SHA-256 of the text, `key` its first 8 bytes, `codec` 0 as it is or 1 zstd
//   corpus, corpus_document, corpus_name      documents in order; names stand for the row stored last (largest seq)
//   dataset, dataset_case, dataset_name       cases in order; names likewise
//   experiment, experiment_result             one result a contestant and case
//   term            the texts that traces repeat (workflow, version, model, …), so that a trace row is numbers only
//   trace_group     every combination of those texts, origin, status and thumb that occurs, and how many traces have it
//   trace           what is filtered, sorted and summed: some 70 bytes a row, never payloads
//   trace_detail    what is read when one trace is opened. `detail` is text (TEXT) or zstd (BLOB); `input`, `messages` and
//                   `output` are the text itself (TEXT, format 1), the number of a content row (INTEGER), or 0 when the
//                   text is in `detail`, which then has the lines: input, messages, detail, output (to the end)
//   feedback        people's words on traces, with a score (NULL: none) and the answer it should have been; the trace's
//                   group has the latest thumb
//
// Ids and hashes are BLOBs of 16 or 32 bytes. Times and durations are nanoseconds, money is picodollars; a cost that is
// not known is NULL.
//
// trace.seq is the trace's start in nanoseconds, moved by `bump` where two traces start at once. So the table is
// clustered by time, the traces of a group are in order of time in their index, and a page is a merge of its groups.
//
// What is assumed and kept: rows of version, content and the content-addressed tables are never changed or deleted, so
// that an id once shown stays good; whatever is read by a hash is verified against it; foreign keys hold, but SQLite does
// not check those between a trace, its group, its texts and their content, which only this module writes. All triggers
// and views are refused, and a file whose schema differs from this one in any character is not opened.
//
// Durability: journal mode WAL. There is one write connection; it runs at synchronous=FULL for what people made and is
// switched to NORMAL between transactions for batches of traces and results. A FULL commit syncs the whole WAL, so it
// carries the batches before it to the disk as well.

#pragma once

#include "sqlite.h"

#include <span>
#include <string>
#include <vector>

namespace touchstone::store {

inline constexpr std::int64_t kApplicationId = 0x54636873;  // "Tchs"

// What takes a workspace of format n (its index) to format n + 1. Each runs in one transaction.
[[nodiscard]] std::span<const char* const> migrations();
// The format this program writes.
[[nodiscard]] int currentFormat();

// Takes an older or empty database to the last of `steps`. An older workspace is copied to "<path>.format-<n>.backup"
// first (left alone when that copy exists already).
void migrate(Connection& connection, const std::string& path, std::span<const char* const> steps);

// Every table and index with its SQL, sorted: equal for equal schemas.
[[nodiscard]] std::vector<std::string> schemaOf(Connection& connection);
// schemaOf() for a workspace made by `steps`.
[[nodiscard]] std::vector<std::string> expectedSchema(std::span<const char* const> steps);

}  // namespace touchstone::store
