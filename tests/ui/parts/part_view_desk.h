// SPDX-License-Identifier: GPL-3.0-or-later
//
// A view of one part on a real workspace, driven as its host drives it: what it reports is the part from then on.

#pragma once

#include "uibase/theme.h"
#include "uiparts/part_views.h"
#include "uistate/draft_model.h"

#include "support/printing.h"
#include "ui/workspace_fixture.h"

#include <QApplication>
#include <QSignalSpy>

#include <memory>
#include <stdexcept>

namespace touchstone::test {

class PartViewDesk {
public:
    PartViewDesk() {
        ui::installTheme(*qApp, theme);
        auto opened = fixture.open(store::OpenMode::Create);
        if (!opened.ok())
            throw std::runtime_error(opened.error().message);
        session = std::move(opened).value();
        if (const auto filled = fixture.fill(*session); !filled.ok())
            throw std::runtime_error(filled.error().message);
        draft = std::make_unique<ui::DraftModel>(*session);
        QSignalSpy shown(draft.get(), &ui::DraftModel::opened);
        draft->open(QString::fromLatin1(WorkspaceFixture::kWorkflow), QStringLiteral("main"));
        if (!draft->isOpen())
            shown.wait();
    }

    // Shows the part's view of that title in a window.
    template <class View = ui::PartView>
    View& open(const char* name, const Json& value, int entry = 0, QSize size = {900, 700}) {
        view.reset();
        const auto entries = ui::partViews(name, {theme, *session, *draft});
        view.reset(entries.at(static_cast<std::size_t>(entry)).make(nullptr));
        part = value;
        what.clear();
        QObject::connect(view.get(), &ui::PartView::edited, view.get(), [this](const Json& now, const QString& words) {
            part = now;
            what.append(words);
            view->setPart(now);
        });
        view->setPart(value);
        view->resize(size);
        view->show();
        view->activateWindow();
        QApplication::setActiveWindow(view.get());
        return dynamic_cast<View&>(*view);
    }

    template <class Widget>
    Widget& child(const char* name) const {
        auto* found = view->findChild<Widget*>(QString::fromLatin1(name));
        if (!found)
            throw std::runtime_error(std::string("no widget is called ") + name);
        return *found;
    }

    WorkspaceFixture fixture;
    ui::Theme theme{ui::ThemeMode::Light};
    std::unique_ptr<session::Session> session;
    std::unique_ptr<ui::DraftModel> draft;
    std::unique_ptr<ui::PartView> view;
    Json part;
    QStringList what;  // of all edits
};

inline Json parsed(const char* text) {
    return parseJson(text).value();
}

// Every control that takes the focus has a name.
inline QStringList namelessControls(const QWidget& window) {
    QStringList nameless;
    for (const QWidget* widget : window.findChildren<QWidget*>())
        if (widget->focusPolicy() != Qt::NoFocus && widget->isVisibleTo(&window) && !widget->focusProxy() &&
            widget->accessibleName().isEmpty() && widget->property("text").toString().isEmpty())
            nameless.append(QStringLiteral("%1 “%2” in %3")
                                .arg(QString::fromLatin1(widget->metaObject()->className()), widget->objectName(),
                                     widget->parentWidget()->objectName()));
    return nameless;
}

}  // namespace touchstone::test
