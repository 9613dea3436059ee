// SPDX-License-Identifier: GPL-3.0-or-later
//
// The kinds of things the command palette finds. GUI thread only.

#pragma once

#include "palette_source.h"
#include "session/session.h"

#include <QAbstractItemModel>

namespace touchstone::ui {

// False when no place can show it.
using GoTo = std::function<bool(const Destination&)>;

struct PaletteCommand {
    QAction* action;
    QString where = {};                 // the place it belongs to
    std::function<void()> before = {};  // shows that place
};

// Actions; those that are disabled say why by their tooltip.
class ActionSource : public PaletteSource {
    Q_OBJECT

public:
    // Asked for the commands each time the palette opens.
    explicit ActionSource(std::function<std::vector<PaletteCommand>()> commands, QObject* parent = nullptr);
    void refresh() override;

private:
    const std::function<std::vector<PaletteCommand>()> m_commands;
};

// The rows of a model that a page keeps up to date anyway.
class ModelSource : public PaletteSource {
    Q_OBJECT

public:
    using Describe = std::function<PaletteEntry(int row)>;

    // `model` outlives the source.
    ModelSource(QChar prefix, const QString& title, const QAbstractItemModel& model, Describe describe,
                QObject* parent = nullptr);
    void refresh() override;

private:
    const QAbstractItemModel& m_model;
    const Describe m_describe;
};

// A list that is made anew whenever it is asked for: branches, settings, pages of the help.
class ListSource : public PaletteSource {
    Q_OBJECT

public:
    using Make = std::function<PaletteEntries()>;

    ListSource(QChar prefix, const QString& title, Make make, QObject* parent = nullptr);
    void refresh() override;

private:
    const Make m_make;
};

// The newest traces; with a few hexadecimal digits the one whose id begins so, with other words those that have them in
// the input or the answer, or that pass them as a filter (session/trace_query.h).
class TraceSource : public PaletteSource {
    Q_OBJECT

public:
    // The session outlives the source.
    TraceSource(session::Session& session, GoTo goTo, QObject* parent = nullptr);
    void refresh() override;
    void ask(const QString& text) override;

private:
    void findId(const QString& id);
    void findWords(const QString& words);
    void list(const store::TraceFilter& filter, std::uint64_t question);
    void load(const TraceId& trace, std::uint64_t question);
    void adoptNewest(const std::vector<trace::Summary>& traces);
    void adoptFound(PaletteEntry entry, std::uint64_t question);
    [[nodiscard]] PaletteEntry describe(const trace::Summary& summary) const;

    session::Session& m_session;
    const GoTo m_goTo;
    std::uint64_t m_question = 0;  // the newest counts
};

}  // namespace touchstone::ui
