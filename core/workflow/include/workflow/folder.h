// SPDX-License-Identifier: Apache-2.0
//
// A workflow as a folder of text files, made for git: long texts stand alone, examples are one per line, every other
// part is indented JSON.
//
//     workflow.json        format, name, feature, description
//     instructions.md      the instructions' template
//     prompt/01-user.md    one template a message, in order
//     prompt/examples.jsonl, prompt/select.json
//     inputs.json, retrieval.json, … one file a part
//
// Files are values here (relative path → content); reading and writing them is the caller's. Pure functions.

#pragma once

#include "base/json.h"
#include "base/result.h"

#include <map>
#include <string>

namespace touchstone::workflow {

using Folder = std::map<std::string, std::string>;

// REQUIRES: `document` was accepted by parseWorkflow.
[[nodiscard]] Folder toFolder(const Json& document);

// The document a folder describes, not yet checked: give it to parseWorkflow. Fails for unknown files and bad JSON, and
// names file and line. fromFolder(toFolder(d)) equals d as canonical JSON.
[[nodiscard]] Result<Json> fromFolder(const Folder& folder);

}  // namespace touchstone::workflow
