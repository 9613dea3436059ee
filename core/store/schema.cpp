// SPDX-License-Identifier: Apache-2.0

#include "schema.h"

#include <sys/stat.h>
#include <array>

namespace touchstone::store {
namespace {

constexpr const char* kFormat1 = R"sql(
CREATE TABLE workflow(
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  created INTEGER NOT NULL
) STRICT;

CREATE TABLE content(
  id INTEGER PRIMARY KEY,
  key INTEGER NOT NULL,
  hash BLOB NOT NULL,
  size INTEGER NOT NULL,
  codec INTEGER NOT NULL,
  bytes BLOB NOT NULL
) STRICT;
CREATE INDEX content_by_key ON content(key);

CREATE TABLE version(
  seq INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  workflow INTEGER NOT NULL REFERENCES workflow(id),
  number INTEGER NOT NULL,
  parents BLOB NOT NULL,
  author TEXT NOT NULL,
  message TEXT NOT NULL,
  created INTEGER NOT NULL,
  document BLOB NOT NULL,
  head TEXT NOT NULL,
  UNIQUE(workflow, number)
) STRICT;

CREATE TABLE version_part(
  version INTEGER NOT NULL REFERENCES version(seq),
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  hash BLOB NOT NULL,
  content INTEGER NOT NULL REFERENCES content(id),
  PRIMARY KEY(version, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE pointer(
  workflow INTEGER NOT NULL REFERENCES workflow(id),
  kind INTEGER NOT NULL,
  name TEXT NOT NULL,
  version INTEGER NOT NULL REFERENCES version(seq),
  PRIMARY KEY(workflow, kind, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE draft(
  workflow INTEGER NOT NULL REFERENCES workflow(id),
  branch TEXT NOT NULL,
  text BLOB NOT NULL,
  base BLOB NOT NULL,
  editor TEXT NOT NULL,
  revision INTEGER NOT NULL,
  saved INTEGER NOT NULL,
  PRIMARY KEY(workflow, branch)
) STRICT;

CREATE TABLE corpus(
  seq INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  documents INTEGER NOT NULL,
  bytes INTEGER NOT NULL
) STRICT;

CREATE TABLE corpus_document(
  corpus INTEGER NOT NULL REFERENCES corpus(seq),
  position INTEGER NOT NULL,
  id TEXT NOT NULL,
  title TEXT NOT NULL,
  content INTEGER NOT NULL REFERENCES content(id),
  PRIMARY KEY(corpus, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE corpus_name(
  seq INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  corpus INTEGER NOT NULL REFERENCES corpus(seq),
  created INTEGER NOT NULL,
  UNIQUE(name, corpus)
) STRICT;

CREATE TABLE dataset(
  seq INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  cases INTEGER NOT NULL
) STRICT;

CREATE TABLE dataset_case(
  dataset INTEGER NOT NULL REFERENCES dataset(seq),
  position INTEGER NOT NULL,
  content INTEGER NOT NULL REFERENCES content(id),
  PRIMARY KEY(dataset, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE dataset_name(
  seq INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  dataset INTEGER NOT NULL REFERENCES dataset(seq),
  scorers TEXT NOT NULL,
  created INTEGER NOT NULL,
  UNIQUE(name, dataset)
) STRICT;

CREATE TABLE experiment(
  seq INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  workflow TEXT NOT NULL,
  dataset_name TEXT NOT NULL,
  dataset BLOB NOT NULL,
  scorers TEXT NOT NULL,
  contestants TEXT NOT NULL,
  status INTEGER NOT NULL,
  created INTEGER NOT NULL,
  finished INTEGER
) STRICT;
CREATE INDEX experiment_by_workflow ON experiment(workflow);

CREATE TABLE experiment_result(
  experiment INTEGER NOT NULL REFERENCES experiment(seq),
  contestant INTEGER NOT NULL,
  case_index INTEGER NOT NULL,
  trace BLOB NOT NULL,
  status INTEGER NOT NULL,
  output TEXT NOT NULL,
  scores TEXT NOT NULL,
  score REAL NOT NULL,
  passed INTEGER NOT NULL,
  latency INTEGER NOT NULL,
  cost INTEGER,
  error TEXT NOT NULL,
  PRIMARY KEY(experiment, contestant, case_index)
) STRICT;

CREATE TABLE term(
  id INTEGER PRIMARY KEY,
  kind INTEGER NOT NULL,
  text TEXT NOT NULL,
  UNIQUE(kind, text)
) STRICT;

CREATE TABLE trace(
  seq INTEGER PRIMARY KEY,
  bump INTEGER NOT NULL,
  id BLOB NOT NULL,
  duration INTEGER NOT NULL,
  workflow INTEGER NOT NULL,
  version INTEGER NOT NULL,
  document INTEGER NOT NULL,
  feature INTEGER NOT NULL,
  journey INTEGER NOT NULL,
  environment INTEGER NOT NULL,
  tier INTEGER NOT NULL,
  provider INTEGER NOT NULL,
  model INTEGER NOT NULL,
  origin INTEGER NOT NULL,
  status INTEGER NOT NULL,
  feedback INTEGER NOT NULL,
  latency_class INTEGER NOT NULL,
  input_tokens INTEGER NOT NULL,
  output_tokens INTEGER NOT NULL,
  tokens_estimated INTEGER NOT NULL,
  cost INTEGER,
  attempts INTEGER NOT NULL,
  retries INTEGER NOT NULL,
  fell_back INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX trace_by_id ON trace(id);
CREATE INDEX trace_by_workflow ON trace(workflow);
CREATE INDEX trace_by_version ON trace(version);
CREATE INDEX trace_by_document ON trace(document);
CREATE INDEX trace_by_feature ON trace(feature);
CREATE INDEX trace_by_journey ON trace(journey);
CREATE INDEX trace_by_tier ON trace(tier);
CREATE INDEX trace_by_model ON trace(model);
CREATE INDEX trace_by_origin ON trace(origin);
CREATE INDEX trace_by_status ON trace(status);
CREATE INDEX trace_by_feedback ON trace(feedback) WHERE feedback <> 0;
CREATE INDEX trace_by_latency ON trace(latency_class);

CREATE TABLE trace_detail(
  seq INTEGER PRIMARY KEY REFERENCES trace(seq),
  input ANY NOT NULL,
  messages ANY NOT NULL,
  output ANY NOT NULL,
  detail ANY NOT NULL
) STRICT;

CREATE TABLE feedback(
  trace INTEGER NOT NULL REFERENCES trace(seq),
  position INTEGER NOT NULL,
  thumb INTEGER NOT NULL,
  comment TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY(trace, position)
) STRICT, WITHOUT ROWID;
)sql";

// Traces name a group instead of repeating what they are filtered by.
constexpr const char* kFormat2 = R"sql(
CREATE TABLE trace_group(
  id INTEGER PRIMARY KEY,
  workflow INTEGER NOT NULL,
  version INTEGER NOT NULL,
  document INTEGER NOT NULL,
  feature INTEGER NOT NULL,
  journey INTEGER NOT NULL,
  environment INTEGER NOT NULL,
  tier INTEGER NOT NULL,
  provider INTEGER NOT NULL,
  model INTEGER NOT NULL,
  origin INTEGER NOT NULL,
  status INTEGER NOT NULL,
  feedback INTEGER NOT NULL,
  traces INTEGER NOT NULL,
  UNIQUE(workflow, version, document, feature, journey, environment, tier, provider, model, origin, status, feedback)
) STRICT;
INSERT INTO trace_group(workflow, version, document, feature, journey, environment, tier, provider, model, origin,
  status, feedback, traces)
SELECT workflow, version, document, feature, journey, environment, tier, provider, model, origin, status, feedback,
  count(*) FROM trace GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12;
CREATE INDEX trace_group_by_version ON trace_group(version);
CREATE INDEX trace_group_by_document ON trace_group(document);
CREATE INDEX trace_group_by_journey ON trace_group(journey);

DROP INDEX trace_by_id;
DROP INDEX trace_by_workflow;
DROP INDEX trace_by_version;
DROP INDEX trace_by_document;
DROP INDEX trace_by_feature;
DROP INDEX trace_by_journey;
DROP INDEX trace_by_tier;
DROP INDEX trace_by_model;
DROP INDEX trace_by_origin;
DROP INDEX trace_by_status;
DROP INDEX trace_by_feedback;
DROP INDEX trace_by_latency;
ALTER TABLE trace RENAME TO trace_1;
ALTER TABLE trace_detail RENAME TO trace_detail_1;
ALTER TABLE feedback RENAME TO feedback_1;

CREATE TABLE trace(
  seq INTEGER PRIMARY KEY,
  bump INTEGER NOT NULL,
  id BLOB NOT NULL,
  trace_group INTEGER NOT NULL,
  duration INTEGER NOT NULL,
  latency_class INTEGER NOT NULL,
  input_tokens INTEGER NOT NULL,
  output_tokens INTEGER NOT NULL,
  tokens_estimated INTEGER NOT NULL,
  cost INTEGER,
  attempts INTEGER NOT NULL,
  retries INTEGER NOT NULL,
  fell_back INTEGER NOT NULL
) STRICT;
CREATE TABLE trace_detail(
  seq INTEGER PRIMARY KEY,
  input ANY NOT NULL,
  messages ANY NOT NULL,
  output ANY NOT NULL,
  detail ANY NOT NULL
) STRICT;
CREATE TABLE feedback(
  trace INTEGER NOT NULL REFERENCES trace(seq),
  position INTEGER NOT NULL,
  thumb INTEGER NOT NULL,
  comment TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY(trace, position)
) STRICT, WITHOUT ROWID;

INSERT INTO trace(seq, bump, id, trace_group, duration, latency_class, input_tokens, output_tokens, tokens_estimated,
  cost, attempts, retries, fell_back)
SELECT seq, bump, trace_1.id, trace_group.id, duration, latency_class, input_tokens, output_tokens, tokens_estimated,
  cost, attempts, retries, fell_back
FROM trace_1 CROSS JOIN trace_group USING(workflow, version, document, feature, journey, environment, tier, provider,
  model, origin, status, feedback) ORDER BY seq;
INSERT INTO trace_detail SELECT * FROM trace_detail_1;
INSERT INTO feedback SELECT * FROM feedback_1;
CREATE UNIQUE INDEX trace_by_id ON trace(id);
CREATE INDEX trace_by_group ON trace(trace_group);
CREATE INDEX trace_by_latency ON trace(latency_class);
DROP TABLE feedback_1;
DROP TABLE trace_detail_1;
DROP TABLE trace_1;

ALTER TABLE experiment_result ADD COLUMN fell_back TEXT NOT NULL DEFAULT '';
)sql";

// Feedback may be a score and may say what the answer should have been; the few traces that did not go straight are
// found without reading the others.
constexpr const char* kFormat3 = R"sql(
ALTER TABLE feedback ADD COLUMN score REAL;
ALTER TABLE feedback ADD COLUMN correction TEXT NOT NULL DEFAULT '';
CREATE INDEX trace_that_retried ON trace(seq) WHERE retries > 0;
CREATE INDEX trace_that_fell_back ON trace(seq) WHERE fell_back = 1;
)sql";

constexpr std::array<const char*, 3> kMigrations = {kFormat1, kFormat2, kFormat3};

std::int64_t formatOf(Connection& connection) {
    return connection.number("PRAGMA user_version");
}

bool exists(const std::string& path) {
    struct stat status {};
    return ::stat(path.c_str(), &status) == 0;
}

void backupBefore(Connection& connection, const std::string& path, std::int64_t format) {
    const std::string copy = path + ".format-" + std::to_string(format) + ".backup";
    if (!exists(copy))
        backup(connection, copy);
}

}  // namespace

std::span<const char* const> migrations() {
    return kMigrations;
}

int currentFormat() {
    return static_cast<int>(kMigrations.size());
}

void migrate(Connection& connection, const std::string& path, std::span<const char* const> steps) {
    const std::int64_t last = static_cast<std::int64_t>(steps.size());
    if (const std::int64_t format = formatOf(connection); format > 0 && format < last)
        backupBefore(connection, path, format);
    // Read again inside each transaction: another program may be migrating the same file.
    for (bool more = true; more;) {
        Transaction transaction(connection, Begin::Write);
        const std::int64_t format = formatOf(connection);
        more = format < last;
        if (more) {
            connection.script(steps[static_cast<std::size_t>(format)]);
            connection.script(("PRAGMA application_id = " + std::to_string(kApplicationId)).c_str());
            connection.script(("PRAGMA user_version = " + std::to_string(format + 1)).c_str());
        }
        transaction.commit();
    }
}

std::vector<std::string> schemaOf(Connection& connection) {
    std::vector<std::string> schema;
    Statement rows = connection.query(
        "SELECT type || ' ' || name || ' on ' || tbl_name || ': ' || ifnull(sql, '') FROM sqlite_schema ORDER BY 1");
    while (rows.step())
        schema.emplace_back(rows.text(0));
    return schema;
}

std::vector<std::string> expectedSchema(std::span<const char* const> steps) {
    Connection memory(":memory:", Access::Create);
    for (const char* step : steps)
        memory.script(step);
    return schemaOf(memory);
}

}  // namespace touchstone::store
