// SPDX-License-Identifier: Apache-2.0
//
// What tests of faulty input share: a small workflow to spoil, and touchstonectl as a process of its own.

#pragma once

#include "ctl/command_line.h"

#include <QProcess>
#include <QString>
#include <QStringList>

#include <functional>
#include <string>

namespace touchstone::testing {

inline Json echoDocument(const std::string& name) {
    return {{"format", "touchstone.workflow/1"},
            {"name", name},
            {"feature", "tests." + name},
            {"inputs", {{"type", "object"}, {"properties", {{"text", {{"type", "string"}}}}}, {"required", {"text"}}}},
            {"prompt", {{"messages", Json::array({{{"role", "user"}, {"content", "{{ text }}"}}})}}},
            {"routing", {{"tiers", {{"only", {{"provider", "builtin"}, {"model", "builtin/small"}}}}}}}};
}

// Lines that begin a message.
inline qsizetype messagesIn(const std::string& err) {
    qsizetype count = 0;
    for (const QString& line : QString::fromStdString(err).split('\n'))
        count += line.startsWith("touchstonectl: ") || line.startsWith("failed: ") ? 1 : 0;
    return count;
}

// In a process of its own, which `before` prepares.
inline Said runAlone(const QStringList& arguments, const std::function<void()>& before) {
    QProcess process;
    process.setChildProcessModifier(before);
    process.start(TOUCHSTONECTL, arguments);
    Said said;
    said.code = process.waitForFinished() && process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    said.out = process.readAllStandardOutput().toStdString();
    said.err = process.readAllStandardError().toStdString();
    return said;
}

}  // namespace touchstone::testing
