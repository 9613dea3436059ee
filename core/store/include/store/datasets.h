// SPDX-License-Identifier: Apache-2.0
//
// Evaluation inputs. The cases are content: immutable, named by their hash, never lost. A dataset is a name that stands
// for some content now and has scorers of its own, so two names may share content and still be scored differently.
//
// Thread-safe. Queries block on SQLite; verbs return at once and are on disk (synchronous=FULL) when they complete.

#pragma once

#include "base/clock.h"
#include "base/ids.h"
#include "base/json.h"
#include "base/result.h"
#include "eval/dataset.h"
#include "store/pending.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace touchstone::store {

class Database;

struct DatasetInfo {
    DatasetId id;
    std::string name;  // empty when it was asked for by its id and not exactly one name stands for that content
    std::int64_t cases = 0;
    Json scorers = Json::array();  // those of the name: what experiments over it start from
    WallTime created;              // when the content was last stored under the name
};

class DatasetStore {
public:
    explicit DatasetStore(Database& database) : m_database(database) {}

    // Makes the dataset's name stand for its cases. Without scorers the name keeps those it has; a new name has none.
    // What the name stood for before can still be had by its id.
    [[nodiscard]] Pending<DatasetInfo> put(eval::Dataset dataset, std::optional<Json> scorers);
    // The same, keeping the scorers, while the name still stands for `before` (nothing: for no cases yet); else
    // Conflict, and nothing is changed.
    [[nodiscard]] Pending<DatasetInfo> replace(std::optional<DatasetId> before, eval::Dataset dataset);
    // Stores cases that have no name: they can be had by their id alone.
    [[nodiscard]] Pending<DatasetId> putNameless(std::vector<eval::Case> cases);

    // Every name once, the one stored last first.
    [[nodiscard]] Result<std::vector<DatasetInfo>> list() const;
    // By name, or by id or a prefix of at least four digits. NotFound says what was probably meant.
    [[nodiscard]] Result<DatasetInfo> info(std::string_view nameOrId) const;
    [[nodiscard]] Result<eval::Dataset> load(std::string_view nameOrId) const;
    // Exactly this content, whatever names say: what an experiment ran on.
    [[nodiscard]] Result<eval::Dataset> load(const DatasetId& id) const;
    // Up to `limit` cases from the `first` on.
    [[nodiscard]] Result<std::vector<eval::Case>> cases(const DatasetId& id, std::size_t first,
                                                        std::size_t limit) const;

private:
    Database& m_database;
};

}  // namespace touchstone::store
