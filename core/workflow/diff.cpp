// SPDX-License-Identifier: Apache-2.0

#include "workflow/diff.h"

#include "text/diff.h"
#include "workflow/document.h"

namespace touchstone::workflow {
namespace {

std::optional<PartChange> comparePart(std::string_view name, const Json* before, const Json* after) {
    if (!before && !after)
        return std::nullopt;
    PartChange change{std::string(name), ChangeKind::Changed, {}};
    if (!before) {
        change.kind = ChangeKind::Added;
        change.values.push_back({"", std::nullopt, *after});
        return change;
    }
    if (!after) {
        change.kind = ChangeKind::Removed;
        change.values.push_back({"", *before, std::nullopt});
        return change;
    }
    for (text::JsonChange& value : text::jsonDiff(*before, *after))
        change.values.push_back({std::move(value.pointer), std::move(value.before), std::move(value.after)});
    if (change.values.empty())
        return std::nullopt;
    return change;
}

std::string describe(const PartChange& change) {
    switch (change.kind) {
        case ChangeKind::Added:
            return "add " + change.part;
        case ChangeKind::Removed:
            return "remove " + change.part;
        case ChangeKind::Changed:
            break;
    }
    if (change.values.size() > 1)
        return "change " + change.part + " (" + std::to_string(change.values.size()) + " values)";
    const std::string& pointer = change.values.front().pointer;
    return "change " + change.part + (pointer.empty() ? "" : " " + pointer.substr(1));
}

std::string_view toString(ChangeKind kind) {
    switch (kind) {
        case ChangeKind::Added:
            return "added";
        case ChangeKind::Removed:
            return "removed";
        case ChangeKind::Changed:
            return "changed";
    }
    return "changed";
}

}  // namespace

std::vector<PartChange> diffWorkflows(const Json& before, const Json& after) {
    std::vector<PartChange> changes;
    const auto compare = [&](std::string_view name) {
        if (auto change = comparePart(name, memberAt(before, name), memberAt(after, name)))
            changes.push_back(*std::move(change));
    };
    compare("feature");
    compare("description");
    for (const std::string_view name : kPartNames)
        compare(name);
    return changes;
}

std::string proposeMessage(const std::vector<PartChange>& changes) {
    std::string message;
    for (const PartChange& change : changes) {
        if (!message.empty())
            message += "; ";
        message += describe(change);
    }
    return message;
}

Json toJson(const std::vector<PartChange>& changes) {
    Json list = Json::array();
    for (const PartChange& change : changes) {
        Json values = Json::array();
        for (const ValueChange& value : change.values) {
            Json item = {{"pointer", value.pointer}};
            if (value.before)
                item["before"] = *value.before;
            if (value.after)
                item["after"] = *value.after;
            values.push_back(std::move(item));
        }
        list.push_back({{"part", change.part}, {"change", toString(change.kind)}, {"values", std::move(values)}});
    }
    return list;
}

}  // namespace touchstone::workflow
