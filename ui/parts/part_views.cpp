// SPDX-License-Identifier: GPL-3.0-or-later

#include "uiparts/part_views.h"

#include "chunking_view.h"
#include "examples_view.h"
#include "form_view.h"
#include "memory_form.h"
#include "part_fields.h"
#include "policy_view.h"
#include "retrieval_view.h"
#include "routing_view.h"
#include "schema_view.h"
#include "uistate/draft_model.h"
#include "uistate/text.h"

#include <QCoreApplication>

namespace touchstone::ui {
namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(PartViews)
};

QStringList tierNames(const DraftModel& draft) {
    QStringList names;
    const Json routing = parseJson(toUtf8(draft.source("routing"))).valueOr(Json());
    if (const Json* tiers = memberAt(routing, "tiers"); tiers && tiers->is_object())
        for (const auto& tier : tiers->items())
            names.append(toQString(tier.key()));
    return names;
}

FormView* makeBudgetForm(PartContext context, QWidget* parent) {
    const auto tiers = [draft = &context.draft] { return tierNames(*draft); };
    return new FormView(context.theme, "budget", budgetFields(tiers), parent);
}

}  // namespace

std::vector<PartViewEntry> partViews(std::string_view part, PartContext context) {
    std::vector<PartViewEntry> views;
    const auto add = [&](std::string_view of, const QString& title, std::function<PartView*(QWidget*)> make) {
        if (part == of)
            views.push_back({title, std::move(make)});
    };
    const Theme& theme = context.theme;
    // clang-format off: one line an entry
    add("inputs", Words::tr("Tree"), [&theme](QWidget* parent) { return new InputsView(theme, parent); });
    add("prompt", Words::tr("Examples"),
        [context](QWidget* parent) { return new ExamplesView(context.theme, context.draft, parent); });
    add("output", Words::tr("Tree"), [&theme](QWidget* parent) { return new OutputView(theme, parent); });
    add("chunking", Words::tr("Form"), [context](QWidget* parent) { return new ChunkingView(context, parent); });
    add("retrieval", Words::tr("Corpus"), [context](QWidget* parent) { return new RetrievalView(context, parent); });
    add("memory", Words::tr("Form"), [&theme](QWidget* parent) { return new MemoryForm(theme, parent); });
    add("budget", Words::tr("Form"), [context](QWidget* parent) { return makeBudgetForm(context, parent); });
    add("cache", Words::tr("Form"),
        [&theme](QWidget* parent) { return new FormView(theme, "cache", cacheFields(), parent); });
    add("policy", Words::tr("Rules"), [context](QWidget* parent) { return new PolicyPartView(context, parent); });
    add("routing", Words::tr("Diagram"), [context](QWidget* parent) { return new RoutingView(context, parent); });
    // clang-format on
    return views;
}

}  // namespace touchstone::ui
