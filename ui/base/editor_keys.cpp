// SPDX-License-Identifier: GPL-3.0-or-later

#include "editor_keys.h"

#include "qscintilla.h"

namespace touchstone::ui {

namespace {

constexpr QsciCommand::Command kKept[] = {QsciCommand::LineDown,
                                          QsciCommand::LineDownExtend,
                                          QsciCommand::LineUp,
                                          QsciCommand::LineUpExtend,
                                          QsciCommand::CharLeft,
                                          QsciCommand::CharLeftExtend,
                                          QsciCommand::CharRight,
                                          QsciCommand::CharRightExtend,
                                          QsciCommand::WordLeft,
                                          QsciCommand::WordLeftExtend,
                                          QsciCommand::WordRight,
                                          QsciCommand::WordRightExtend,
                                          QsciCommand::VCHome,
                                          QsciCommand::VCHomeExtend,
                                          QsciCommand::LineEnd,
                                          QsciCommand::LineEndExtend,
                                          QsciCommand::PageUp,
                                          QsciCommand::PageUpExtend,
                                          QsciCommand::PageDown,
                                          QsciCommand::PageDownExtend,
                                          QsciCommand::DocumentStart,
                                          QsciCommand::DocumentStartExtend,
                                          QsciCommand::DocumentEnd,
                                          QsciCommand::DocumentEndExtend,
                                          QsciCommand::Delete,
                                          QsciCommand::DeleteBack,
                                          QsciCommand::DeleteWordLeft,
                                          QsciCommand::DeleteWordRight,
                                          QsciCommand::Newline,
                                          QsciCommand::Tab,
                                          QsciCommand::Backtab,
                                          QsciCommand::SelectAll,
                                          QsciCommand::SelectionCut,
                                          QsciCommand::SelectionCopy,
                                          QsciCommand::Paste,
                                          QsciCommand::Undo,
                                          QsciCommand::Redo};

void drop(QsciCommand& command) {
    command.setKey(0);
    command.setAlternateKey(0);
}

}  // namespace

void keepEditingKeysOnly(QsciScintilla& text) {
    for (QsciCommand* command : text.standardCommands()->commands())
        if (std::find(std::begin(kKept), std::end(kKept), command->command()) == std::end(kKept))
            drop(*command);
}

void dropUndoKeys(QsciScintilla& text) {
    for (const QsciCommand::Command command : {QsciCommand::Undo, QsciCommand::Redo})
        drop(*text.standardCommands()->find(command));
}

}  // namespace touchstone::ui
