// SPDX-License-Identifier: Apache-2.0
//
// Evaluation inputs. A dataset is content-addressed by its cases, and a name stands for the one stored under it last.
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
#include <string>
#include <string_view>
#include <vector>

namespace touchstone::store {

class Database;

struct DatasetInfo {
    DatasetId id;
    std::string name;
    std::int64_t cases = 0;
    Json scorers = Json::array();  // the default scorers of experiments over it
    WallTime created;              // when it was stored under this name
};

class DatasetStore {
public:
    explicit DatasetStore(Database& database) : m_database(database) {}

    // Stores the dataset under its name with the scorers that experiments over it start from.
    [[nodiscard]] Pending<DatasetInfo> put(eval::Dataset dataset, Json scorers);

    // Newest first, older datasets of the same name included.
    [[nodiscard]] Result<std::vector<DatasetInfo>> list() const;
    // By name (its latest), or by id or a prefix of at least four digits.
    [[nodiscard]] Result<DatasetInfo> info(std::string_view nameOrId) const;
    [[nodiscard]] Result<eval::Dataset> load(std::string_view nameOrId) const;
    // Up to `limit` cases from the `first` on.
    [[nodiscard]] Result<std::vector<eval::Case>> cases(const DatasetId& id, std::size_t first,
                                                        std::size_t limit) const;

private:
    Database& m_database;
};

}  // namespace touchstone::store
