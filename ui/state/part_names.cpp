// SPDX-License-Identifier: GPL-3.0-or-later

#include "uistate/part_names.h"

#include "uistate/text.h"

#include <QCoreApplication>

namespace touchstone::ui {
namespace {

struct Entry {
    std::string_view part;
    Icon icon;
    const char* title;
    const char* help;
};

constexpr Entry kEntries[] = {
    {"inputs", Icon::Inputs, QT_TRANSLATE_NOOP("Parts", "inputs"),
     QT_TRANSLATE_NOOP("Parts", "The JSON Schema of what the feature is given")},
    {"instructions", Icon::Instructions, QT_TRANSLATE_NOOP("Parts", "instructions"),
     QT_TRANSLATE_NOOP("Parts", "What the model is told first, as a template")},
    {"prompt", Icon::Prompt, QT_TRANSLATE_NOOP("Parts", "prompt"),
     QT_TRANSLATE_NOOP("Parts", "The messages, and the few-shot examples to show")},
    {"retrieval", Icon::Retrieval, QT_TRANSLATE_NOOP("Parts", "retrieval"),
     QT_TRANSLATE_NOOP("Parts", "Which documents are searched, and how much is used")},
    {"chunking", Icon::Chunking, QT_TRANSLATE_NOOP("Parts", "chunking"),
     QT_TRANSLATE_NOOP("Parts", "How documents are cut into pieces")},
    {"memory", Icon::Memory, QT_TRANSLATE_NOOP("Parts", "memory"),
     QT_TRANSLATE_NOOP("Parts", "How much of a conversation is kept")},
    {"tools", Icon::Tools, QT_TRANSLATE_NOOP("Parts", "tools"), QT_TRANSLATE_NOOP("Parts", "What the model may call")},
    {"output", Icon::Output, QT_TRANSLATE_NOOP("Parts", "output"),
     QT_TRANSLATE_NOOP("Parts", "The shape the answer must have")},
    {"routing", Icon::Routing, QT_TRANSLATE_NOOP("Parts", "routing"),
     QT_TRANSLATE_NOOP("Parts", "Which model answers, and what happens when it fails")},
    {"policy", Icon::Policy, QT_TRANSLATE_NOOP("Parts", "policy"),
     QT_TRANSLATE_NOOP("Parts", "What is blocked, masked or flagged")},
    {"budget", Icon::Budget, QT_TRANSLATE_NOOP("Parts", "budget"), QT_TRANSLATE_NOOP("Parts", "What a run may cost")},
    {"cache", Icon::Cache, QT_TRANSLATE_NOOP("Parts", "cache"),
     QT_TRANSLATE_NOOP("Parts", "Whether answers are used again")},
};

const Entry* entryOf(std::string_view part) {
    for (const Entry& entry : kEntries)
        if (entry.part == part)
            return &entry;
    return nullptr;
}

}  // namespace

QString partTitle(std::string_view part) {
    const Entry* entry = entryOf(part);
    return entry ? QCoreApplication::translate("Parts", entry->title) : toQString(part);
}

QString partHelp(std::string_view part) {
    const Entry* entry = entryOf(part);
    return entry ? QCoreApplication::translate("Parts", entry->help) : QString();
}

Icon partIcon(std::string_view part) {
    const Entry* entry = entryOf(part);
    return entry ? entry->icon : Icon::Info;
}

}  // namespace touchstone::ui
