// SPDX-License-Identifier: GPL-3.0-or-later

#include "case_picker.h"

#include "uibase/deliver.h"
#include "uibase/search_line.h"
#include "uibase/theme.h"
#include "uistate/text.h"

#include <QAbstractListModel>
#include <QComboBox>
#include <QLabel>
#include <QListView>
#include <QScreen>
#include <QSortFilterProxyModel>
#include <QVBoxLayout>

namespace touchstone::ui {
namespace {

constexpr std::size_t kMostCases = 5000;
constexpr qsizetype kLongestLine = 200;
constexpr qsizetype kLongestTip = 2000;
constexpr int kLongestName = 160;        // design pixels, on the button
constexpr int kSearched = Qt::UserRole;  // all that a search looks into

// What tells a case from the others at a glance: its longest text, on one line; a number or the like where it has none.
QString readable(const Json& input) {
    if (!input.is_object() || input.empty())
        return toQString(toText(input)).left(kLongestLine);
    const Json* shown = &input.front();
    std::size_t longest = 0;
    for (const Json& value : input)
        if (value.is_string() && value.get_ref<const std::string&>().size() > longest) {
            longest = value.get_ref<const std::string&>().size();
            shown = &value;
        }
    const std::string text = shown->is_string() ? shown->get<std::string>() : toText(*shown);
    return toQString(text).left(kLongestLine).simplified();
}

}  // namespace

class CaseList : public QAbstractListModel {
public:
    using QAbstractListModel::QAbstractListModel;

    void setCases(std::vector<eval::Case> cases) {
        beginResetModel();
        m_cases = std::move(cases);
        endResetModel();
    }
    [[nodiscard]] const eval::Case& at(int row) const { return m_cases[static_cast<std::size_t>(row)]; }
    [[nodiscard]] QString nameAt(int row) const {
        return at(row).name.empty() ? CasePicker::tr("case %1").arg(row + 1) : toQString(at(row).name);
    }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override {
        return parent.isValid() ? 0 : static_cast<int>(m_cases.size());
    }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override {
        if (!index.isValid())
            return {};
        const Json& input = at(index.row()).input;
        if (role == Qt::DisplayRole)
            return CasePicker::tr("%1 — %2", "case, its text").arg(nameAt(index.row()), readable(input));
        if (role == Qt::ToolTipRole)
            return toQString(toPrettyText(input)).left(kLongestTip);
        if (role == kSearched)
            return QStringLiteral("%1\n%2").arg(nameAt(index.row()), toQString(toText(input)));
        return {};
    }

private:
    std::vector<eval::Case> m_cases;
};

CasePicker::CasePicker(session::Session& session, const Theme& theme, QWidget* parent)
    : QToolButton(parent),
      m_session(session),
      m_theme(theme),
      m_cases(new CaseList(this)),
      m_filter(new QSortFilterProxyModel(this)) {
    setObjectName(QStringLiteral("pickCase"));
    setAutoRaise(true);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setIcon(theme.icon(Icon::Dataset));
    setToolTip(tr("Take the input of a dataset's case"));
    forget();
    connect(this, &QToolButton::clicked, this, &CasePicker::open);
}

void CasePicker::makePopup() {
    m_popup = new QFrame(this, Qt::Popup);
    m_dataset = new QComboBox;
    m_search = new SearchLine(m_theme, tr("Search cases"));
    m_list = new QListView;
    m_note = new QLabel;
    m_popup->setObjectName(QStringLiteral("casePopup"));
    m_popup->setFrameShape(QFrame::StyledPanel);
    m_dataset->setObjectName(QStringLiteral("caseDataset"));
    m_dataset->setAccessibleName(tr("Dataset"));
    m_search->setObjectName(QStringLiteral("caseSearch"));
    m_search->setTarget(m_list);
    m_list->setObjectName(QStringLiteral("caseList"));
    m_list->setAccessibleName(tr("Cases"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_filter->setSourceModel(m_cases);
    m_filter->setFilterRole(kSearched);
    m_filter->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_list->setModel(m_filter);
    m_note->setWordWrap(true);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    auto* layout = new QVBoxLayout(m_popup);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(8);
    layout->addWidget(m_dataset);
    layout->addWidget(m_search);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_note);
    connect(m_dataset, &QComboBox::currentIndexChanged, this, &CasePicker::loadCases);
    connect(m_search, &QLineEdit::textChanged, m_filter, &QSortFilterProxyModel::setFilterFixedString);
    connect(m_list, &QListView::activated, this, &CasePicker::pick);
    connect(m_list, &QListView::clicked, this, &CasePicker::pick);
}

void CasePicker::forget() {
    setText(tr("Cases"));
    setAccessibleName(tr("Take the input of a dataset's case"));
}

void CasePicker::open() {
    if (!m_popup)
        makePopup();
    const QSize size = QSize(m_theme.px(420), m_theme.px(360)).boundedTo(screen()->availableSize());
    m_popup->resize(size);
    const QRect room = screen()->availableGeometry();
    const QPoint place = mapToGlobal(QPoint(width() - size.width(), height() + 2));
    m_popup->move(std::clamp(place.x(), room.left(), room.right() + 1 - size.width()),
                  std::clamp(place.y(), room.top(), room.bottom() + 1 - size.height()));
    m_popup->show();
    m_search->setFocus();
    m_session.exchange().datasets([self = QPointer(this)](Result<std::vector<store::DatasetInfo>> datasets) {
        deliverTo(self, [self, datasets = std::move(datasets)] {
            self->showDatasets(datasets.ok() ? datasets.value() : std::vector<store::DatasetInfo>());
            if (!datasets.ok())
                self->m_note->setText(QStringLiteral("✕ ") + toQString(datasets.error().message));
        });
    });
}

void CasePicker::showDatasets(const std::vector<store::DatasetInfo>& datasets) {
    const QString before = m_dataset->currentData().toString();
    {
        const QSignalBlocker quiet(m_dataset);
        m_dataset->clear();
        for (const store::DatasetInfo& dataset : datasets)
            m_dataset->addItem(
                tr("%1 · %n case(s)", nullptr, static_cast<int>(dataset.cases)).arg(toQString(dataset.name)),
                toQString(dataset.name));
        const int kept = m_dataset->findData(before);
        m_dataset->setCurrentIndex(std::max(kept >= 0 ? kept : m_dataset->findData(m_preferred), 0));
    }
    m_note->setText(datasets.empty() ? tr("This workspace has no dataset yet. Drop a CSV or JSONL file on the window, "
                                          "or add what you try here to one.")
                                     : QString());
    m_note->setVisible(datasets.empty());
    loadCases();
}

void CasePicker::loadCases() {
    const QString dataset = m_dataset->currentData().toString();
    ++m_number;
    if (dataset.isEmpty())
        return m_cases->setCases({});
    m_session.exchange().cases(toUtf8(dataset), 0, kMostCases,
                               [self = QPointer(this), number = m_number](Result<std::vector<eval::Case>> cases) {
                                   deliverTo(self, [self, number, cases = std::move(cases)]() mutable {
                                       if (number == self->m_number)
                                           self->showCases(std::move(cases));
                                   });
                               });
}

void CasePicker::showCases(Result<std::vector<eval::Case>> cases) {
    const bool cut = cases.ok() && cases->size() == kMostCases;
    m_note->setText(!cases.ok() ? QStringLiteral("✕ ") + toQString(cases.error().message)
                    : cut       ? tr("The first %n case(s) are listed.", nullptr, static_cast<int>(kMostCases))
                                : QString());
    m_note->setVisible(!m_note->text().isEmpty());
    m_cases->setCases(cases.ok() ? std::move(cases).value() : std::vector<eval::Case>());
    m_list->setCurrentIndex(m_filter->index(0, 0));
}

void CasePicker::pick(const QModelIndex& index) {
    const QModelIndex source = m_filter->mapToSource(index);
    if (!source.isValid() || !m_popup->isVisible())
        return;
    m_popup->hide();
    const QString name = m_cases->nameAt(source.row());
    setText(fontMetrics().elidedText(name, Qt::ElideRight, m_theme.px(kLongestName)));
    setAccessibleName(tr("Case %1; take another one").arg(name));
    Q_EMIT picked(m_cases->at(source.row()));
}

}  // namespace touchstone::ui
