// SPDX-License-Identifier: GPL-3.0-or-later

#include "paste_panel.h"

#include "example_delegate.h"
#include "paste_model.h"
#include "uibase/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace touchstone::ui {
namespace {

constexpr int kChoicesInRow = 3;
constexpr std::size_t kMostChoices = 24;  // columns beyond are placed by name or order

}  // namespace

PastePanel::PastePanel(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_model(new PasteModel(theme, this)) {
    setObjectName(QStringLiteral("pastePanel"));
    buildUi();
    connect(m_model, &PasteModel::progressed, this, &PastePanel::refresh);
    connect(m_header, &QCheckBox::toggled, this, [this](bool header) {
        m_model->setHeader(header);
        makeChoices();
    });
    connect(m_all, &QPushButton::clicked, this, [this] { Q_EMIT accepted(m_model->examples(false)); });
    connect(m_fitting, &QPushButton::clicked, this, [this] { Q_EMIT accepted(m_model->examples(true)); });
}

void PastePanel::buildUi() {
    m_sentence = new QLabel;
    m_sentence->setObjectName(QStringLiteral("pasteSentence"));
    m_sentence->setWordWrap(true);
    setTextStyle(*m_sentence, m_theme, TextStyle::BodyStrong);
    m_header = new QCheckBox(tr("The first row holds the names of the columns"));
    m_header->setObjectName(QStringLiteral("pasteHeader"));
    m_places = new QGridLayout;
    m_places->setHorizontalSpacing(16);
    m_table = new QTableView;
    m_table->setObjectName(QStringLiteral("pasteTable"));
    m_table->setAccessibleName(tr("Examples that would be added"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(new ExampleDelegate(m_table));
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_all = new QPushButton;
    m_all->setObjectName(QStringLiteral("pasteAll"));
    m_fitting = new QPushButton;
    m_fitting->setObjectName(QStringLiteral("pasteFitting"));
    auto* cancel = new QPushButton(tr("Cancel"));
    cancel->setObjectName(QStringLiteral("pasteCancel"));
    connect(cancel, &QPushButton::clicked, this, &PastePanel::cancelled);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_all);
    buttons->addWidget(m_fitting);
    buttons->addWidget(cancel);
    buttons->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(12);
    layout->addWidget(m_sentence);
    layout->addWidget(m_header);
    layout->addLayout(m_places);
    layout->addWidget(m_table, 1);
    layout->addLayout(buttons);
}

bool PastePanel::offer(const QString& text, const std::vector<ExampleColumn>& columns, const Json& inputSchema,
                       const Json& outputSchema) {
    ClipboardTable table = parseClipboardTable(text);
    if (table.rows.empty())
        return false;
    m_model->setTable(std::move(table), columns, inputSchema, outputSchema);
    {
        const QSignalBlocker quiet(m_header);
        m_header->setChecked(m_model->hasHeader());
    }
    makeChoices();
    const int width = std::max(m_theme.px(120), m_table->viewport()->width() / (m_model->columnCount() + 1));
    for (int column = 0; column + 1 < m_model->columnCount(); ++column)
        m_table->setColumnWidth(column, width);
    m_all->setFocus(Qt::OtherFocusReason);
    return true;
}

void PastePanel::makeChoices() {
    while (QLayoutItem* item = m_places->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
    m_choices.clear();
    for (std::size_t from = 0; from < std::min(m_model->table().columns, kMostChoices); ++from) {
        auto* name = new QLabel(m_model->sourceName(from).left(40).simplified());
        name->setTextFormat(Qt::PlainText);
        name->setForegroundRole(QPalette::PlaceholderText);
        auto* choice = new QComboBox;
        choice->setObjectName(QStringLiteral("pasteColumn.%1").arg(from));
        choice->setAccessibleName(tr("Where “%1” goes").arg(m_model->sourceName(from)));
        choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        choice->addItem(tr("Leave out"));
        for (const ExampleColumn& column : m_model->columns())
            choice->addItem(column.title);
        choice->setCurrentIndex(m_model->mapping()[from] + 1);
        connect(choice, &QComboBox::activated, this, &PastePanel::takeMapping);
        name->setBuddy(choice);
        m_choices.push_back(choice);
        auto* pair = new QWidget;
        auto* column = new QVBoxLayout(pair);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(2);
        column->addWidget(name);
        column->addWidget(choice);
        m_places->addWidget(pair, static_cast<int>(from) / kChoicesInRow, static_cast<int>(from) % kChoicesInRow);
    }
}

void PastePanel::takeMapping() {
    PasteMapping mapping = m_model->mapping();
    for (std::size_t from = 0; from < m_choices.size(); ++from)
        mapping[from] = m_choices[from]->currentIndex() - 1;
    // A column takes one source: the one just chosen.
    const auto chosen = std::find(m_choices.begin(), m_choices.end(), sender());
    for (std::size_t from = 0; chosen != m_choices.end() && from < mapping.size(); ++from)
        if (m_choices.begin() + static_cast<std::ptrdiff_t>(from) != chosen &&
            mapping[from] == (*chosen)->currentIndex() - 1 && mapping[from] >= 0) {
            mapping[from] = -1;
            if (from < m_choices.size())
                m_choices[from]->setCurrentIndex(0);
        }
    m_model->setMapping(std::move(mapping));
}

void PastePanel::refresh() {
    const int all = m_model->rowCount();
    const int wrong = m_model->problemCount();
    const bool checked = m_model->isChecked();
    QString sentence = tr("%n example(s) to add.", nullptr, all);
    if (wrong > 0)
        sentence = tr("%1 %2", "sentence, sentence").arg(sentence, tr("%n do not fit.", nullptr, wrong));
    if (m_model->table().truncated)
        sentence = tr("%1 %2", "sentence, sentence").arg(sentence, tr("The rest of the table is left out."));
    m_sentence->setText(sentence);
    m_all->setText(tr("Add %n example(s)", nullptr, all));
    m_all->setEnabled(all > 0);
    m_fitting->setText(tr("Add the %n that fit", nullptr, all - wrong));
    m_fitting->setVisible(wrong > 0 && wrong < all);
    m_fitting->setEnabled(checked);
}

void PastePanel::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape)
        Q_EMIT cancelled();
    else
        QWidget::keyPressEvent(event);
}

}  // namespace touchstone::ui
