// SPDX-License-Identifier: GPL-3.0-or-later

#include "icon_engine.h"

#include "base/result.h"

#include <QFile>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace touchstone::ui {

namespace {

constexpr std::array<const char*, kIconCount> kNames = {
    "logo",       "author",     "compare",      "evaluate",      "traces",  "insights",     "release",    "settings",
    "run",        "stop",       "pause",        "commit",        "branch",  "history",      "search",     "filter",
    "undo",       "redo",       "refresh",      "add",           "remove",  "copy",         "close",      "check",
    "warning",    "error",      "info",         "bulb",          "more",    "comment",      "folder",     "thumb-up",
    "thumb-down", "chevron-up", "chevron-down", "chevron-right", "inputs",  "instructions", "prompt",     "retrieval",
    "chunking",   "memory",     "tools",        "output",        "routing", "policy",       "budget",     "cache",
    "help",       "keyboard",   "theme",        "key",           "plug",    "import",       "export",     "star",
    "pin",        "columns",    "replay",       "bell",          "tag",     "dataset",      "book",       "eye",
    "eye-off",    "tree",       "text",         "edit",          "drag",    "arrow-up",     "arrow-down", "arrow-right",
    "clock",      "window",     "lock",         "flag",          "diff",    "restore",      "terminal",   "user",
    "home",       "link",       "document",     "target",        "live",    "examples"};

QByteArray readSvg(Icon icon) {
    QFile file(QStringLiteral(":/touchstone/icons/%1.svg").arg(iconName(icon)));
    TOUCHSTONE_CHECK(file.open(QIODevice::ReadOnly), "every icon has a file in resources/icons");
    return file.readAll();
}

}  // namespace

QString iconName(Icon icon) {
    return QString::fromLatin1(kNames[static_cast<std::size_t>(icon)]);
}

std::optional<Icon> iconNamed(QStringView name) {
    const auto found = std::find_if(kNames.begin(), kNames.end(),
                                    [name](const char* each) { return name == QLatin1StringView(each); });
    if (found == kNames.end())
        return std::nullopt;
    return static_cast<Icon>(found - kNames.begin());
}

SvgIconEngine::SvgIconEngine(Icon icon, Role tint, std::shared_ptr<const Look> look)
    : m_icon(icon), m_tint(tint), m_look(std::move(look)) {}

QColor SvgIconEngine::colorFor(QIcon::Mode mode, QIcon::State state) const {
    if (mode == QIcon::Disabled)
        return m_look->color(Role::TextDisabled);
    if (state == QIcon::On && m_tint != Role::OnAccent)
        return m_look->color(Role::AccentText);
    return m_look->color(m_tint);
}

void SvgIconEngine::paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) {
    const qreal ratio = painter->device()->devicePixelRatio();
    QPixmap picture = pixmap(rect.size() * ratio, mode, state);
    picture.setDevicePixelRatio(ratio);
    painter->drawPixmap(rect.topLeft(), picture);
}

QPixmap SvgIconEngine::pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) {
    if (size.isEmpty())
        return {};  // a button that is painted before it is laid out
    const QColor color = colorFor(mode, state);
    const QString key = QStringLiteral("touchstone-icon/%1/%2/%3x%4")
                            .arg(static_cast<int>(m_icon))
                            .arg(color.rgb(), 0, 16)
                            .arg(size.width())
                            .arg(size.height());
    QPixmap picture;
    if (QPixmapCache::find(key, &picture))
        return picture;
    QSvgRenderer renderer(readSvg(m_icon).replace("currentColor", color.name().toLatin1()));
    picture = QPixmap(size);
    picture.fill(Qt::transparent);
    const int side = std::min(size.width(), size.height());
    QPainter painter(&picture);
    renderer.render(&painter, QRectF((size.width() - side) / 2.0, (size.height() - side) / 2.0, side, side));
    painter.end();
    QPixmapCache::insert(key, picture);
    return picture;
}

}  // namespace touchstone::ui
