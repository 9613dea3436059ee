// SPDX-License-Identifier: GPL-3.0-or-later

#include "retrieval_view.h"

#include "chunk_browser.h"
#include "engine/prepared.h"
#include "part_fields.h"
#include "part_form.h"
#include "retrieval_search.h"
#include "session/session.h"
#include "uibase/deliver.h"
#include "uibase/inline_banner.h"
#include "uibase/splitter.h"
#include "uibase/theme.h"
#include "uistate/draft_model.h"
#include "uistate/text.h"

#include <QScrollArea>
#include <QVBoxLayout>

namespace touchstone::ui {
namespace {

constexpr int kSideBySide = 1000;  // design pixels from which the settings stand beside the corpus

bool isRefused(const char* key, const Json& value) {
    return !engine::unsupportedSettings({{"retrieval", {{key, value}}}}).empty();
}

std::vector<FieldSpec> fields(const std::function<QStringList()>& corpora) {
    std::vector<FieldSpec> list = {
        {.key = "corpus",
         .kind = FieldKind::Line,
         .title = RetrievalView::tr("Corpus"),
         .help = RetrievalView::tr("By its name, or pinned to its content as name@sha256:…; a commit pins it."),
         .suggestions = corpora,
         .wrong = RetrievalView::tr("Write the name of a corpus of this workspace.")},
        {.key = "query",
         .kind = FieldKind::Code,
         .title = RetrievalView::tr("Query"),
         .help = RetrievalView::tr("Template of what is searched for, such as {{ question }}.")},
        {.key = "strategy",
         .kind = FieldKind::Choice,
         .title = RetrievalView::tr("Strategy"),
         .choices = {{"bm25", RetrievalView::tr("Words (BM25)")},
                     {"vector", RetrievalView::tr("Meaning (vectors)")},
                     {"hybrid", RetrievalView::tr("Both")}}},
        {.key = "top_k",
         .kind = FieldKind::Number,
         .title = RetrievalView::tr("Passages"),
         .help = RetrievalView::tr("Sent at most.")},
        {.key = "min_score",
         .kind = FieldKind::Number,
         .title = RetrievalView::tr("Lowest score"),
         .unit = RetrievalView::tr("0 to 1")},
        {.key = "budget_tokens",
         .kind = FieldKind::Number,
         .title = RetrievalView::tr("Token budget"),
         .unit = RetrievalView::tr("tok")},
        {.key = "when_over",
         .kind = FieldKind::Choice,
         .title = RetrievalView::tr("When over budget"),
         .choices = {{"drop", RetrievalView::tr("Leave the weakest out")},
                     {"compress", RetrievalView::tr("Keep the best sentences")}}},
        {.key = "mmr",
         .kind = FieldKind::Number,
         .title = RetrievalView::tr("Diversity"),
         .help = RetrievalView::tr("1 ranks by relevance alone; lower values avoid repetition."),
         .refused = isRefused("mmr", 1)}};
    for (FieldSpec& field : list) {
        field.schema = memberSchema("/properties/retrieval/properties/" + field.key);
        for (FieldChoice& choice : field.choices)
            choice.refused = isRefused(field.key.c_str(), choice.value);
    }
    return list;
}

}  // namespace

RetrievalView::RetrievalView(PartContext context, QWidget* parent) : PartView(parent), m_context(context) {
    buildUi();
    wire();
    askForCorpora();
}

void RetrievalView::buildUi() {
    m_banner = new InlineBanner(m_context.theme);
    auto* page = new QWidget;
    m_form = new PartForm(m_context.theme, QStringLiteral("retrieval"), fields([this] { return m_corpora; }));
    auto* pageLayout = new QVBoxLayout(page);
    pageLayout->setContentsMargins(12, 12, 12, 12);
    pageLayout->addWidget(m_form);
    pageLayout->addStretch(1);
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setBackgroundRole(QPalette::Base);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(page);
    scroll->setMinimumWidth(m_context.theme.px(260));
    m_browser = new ChunkBrowser(m_context.theme, m_context.session);
    m_search = new RetrievalSearch(m_context.theme, m_context.session);
    auto* explore = new Splitter(Qt::Vertical);
    explore->addWidget(m_browser);
    explore->addWidget(m_search);
    explore->setChildrenCollapsible(false);
    explore->setSizes({320, 240});
    m_splitter = new Splitter(Qt::Vertical);
    m_splitter->addWidget(scroll);
    m_splitter->addWidget(explore);
    m_splitter->setStretchFactor(1, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_banner);
    layout->addWidget(m_splitter, 1);
}

void RetrievalView::wire() {
    connect(m_form, &PartForm::edited, this, &RetrievalView::take);
    connect(m_search, &RetrievalSearch::placeChosen, m_browser, &ChunkBrowser::showPlace);
    connect(&m_context.draft, &DraftModel::partChanged, this, [this](const QString& part) {
        if (part == QStringLiteral("chunking"))
            refresh();
    });
    m_changes = m_context.session.onChanged([context = QPointer<RetrievalView>(this)](store::Change change) {
        if (change != store::Change::Corpora)
            return;
        deliverTo(context, [context] {
            context->askForCorpora();
            context->m_browser->setCorpus(stringAt(context->m_part, "corpus"), true);
        });
    });
}

void RetrievalView::askForCorpora() {
    m_context.session.exchange().corpora(
        [context = QPointer<RetrievalView>(this)](Result<std::vector<store::CorpusInfo>> corpora) {
            QStringList names;
            if (corpora.ok())
                for (const store::CorpusInfo& corpus : corpora.value()) {
                    names.append(toQString(corpus.name));
                    names.append(QStringLiteral("%1@sha256:%2").arg(toQString(corpus.name), toQString(corpus.id.text)));
                }
            deliverTo(context, [context, names] { context->m_corpora = names; });
        });
}

void RetrievalView::resizeEvent(QResizeEvent* event) {
    PartView::resizeEvent(event);
    const bool wide = width() >= m_context.theme.px(kSideBySide);
    const Qt::Orientation wanted = wide ? Qt::Horizontal : Qt::Vertical;
    if (m_splitter->orientation() == wanted && event->oldSize().isValid())
        return;
    m_splitter->setOrientation(wanted);
    const int form = wide ? m_context.theme.px(330) : height() / 4;
    m_splitter->setSizes({form, (wide ? width() : height()) - form});
}

void RetrievalView::setPart(const Json& part) {
    if (m_shown && part == m_part)
        return;
    m_shown = true;
    m_part = part;
    if (!part.is_null() && !part.is_object())
        m_banner->showMessage(Severity::Warning, tr("The retrieval is no object, so it can only be edited as text."));
    else
        m_banner->hide();
    m_form->setValue(part);
    refresh();
}

void RetrievalView::refresh() {
    const Json& document = m_context.draft.document();
    const Json* chunking = memberAt(document, "chunking");
    Json parts = {{"retrieval", m_part}};
    if (chunking)
        parts["chunking"] = *chunking;
    m_browser->setChunking(chunking ? *chunking : Json());
    m_browser->setCorpus(stringAt(m_part, "corpus"));
    m_search->setParts(parts);
}

void RetrievalView::take(const Json& part, const QString& what) {
    m_part = part;
    refresh();
    Q_EMIT edited(m_part, what);
}

void RetrievalView::setReadOnly(bool readOnly) {
    m_form->setReadOnly(readOnly);
}

void RetrievalView::setFindings(const std::vector<Finding>& findings) {
    m_form->setFindings(findings, "/retrieval");
}

bool RetrievalView::goTo(const std::string& pointer) {
    constexpr std::string_view kPrefix = "/retrieval/";
    return pointer.starts_with(kPrefix) && m_form->focusField(pointer.substr(kPrefix.size()));
}

}  // namespace touchstone::ui
