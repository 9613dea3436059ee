// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/painted_texts.h"

#include "uibase/tokens.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QHeaderView>
#include <QHoverEvent>
#include <QImage>
#include <QMenu>
#include <QPaintEngine>
#include <QPainter>
#include <QPainterPath>
#include <QPointer>
#include <QTabBar>

#include <algorithm>
#include <map>
#include <optional>

namespace touchstone::test {
namespace {

// Who is painting now.
class PaintWatch : public QObject {
public:
    PaintWatch() { qApp->installEventFilter(this); }

    [[nodiscard]] QWidget* widget() const { return m_widget; }

    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() == QEvent::Paint)
            m_widget = qobject_cast<QWidget*>(watched);
        return false;
    }

private:
    QPointer<QWidget> m_widget;
};

// Whether what stands at that place of the widget cannot be chosen.
bool isOff(const QWidget& widget, const QPoint& place) {
    if (!widget.isEnabled())
        return true;
    if (const auto* view = qobject_cast<const QAbstractItemView*>(widget.parentWidget());
        view && view->viewport() == &widget && !qobject_cast<const QHeaderView*>(view)) {
        const QModelIndex index = view->indexAt(place);
        return index.isValid() && !index.flags().testFlag(Qt::ItemIsEnabled);
    }
    if (const auto* tabs = qobject_cast<const QTabBar*>(&widget))
        return tabs->tabAt(place) >= 0 && !tabs->isTabEnabled(tabs->tabAt(place));
    if (const auto* menu = qobject_cast<const QMenu*>(&widget); menu && menu->actionAt(place))
        return !menu->actionAt(place)->isEnabled();
    return false;
}

QColor commonestColor(const QImage& image, const QRect& rect) {
    std::map<QRgb, int> counts;
    for (int y = rect.top(); y <= rect.bottom(); ++y)
        for (int x = rect.left(); x <= rect.right(); ++x)
            ++counts[image.pixel(x, y)];
    const auto most = std::max_element(counts.begin(), counts.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    return QColor::fromRgb(most->first);
}

QColor mixed(const QColor& ink, const QColor& ground, double share) {
    const auto mix = [share](float a, float b) { return static_cast<float>(share * a + (1 - share) * b); };
    return QColor::fromRgbF(mix(ink.redF(), ground.redF()), mix(ink.greenF(), ground.greenF()),
                            mix(ink.blueF(), ground.blueF()));
}

// Paints on a picture as any engine would, and writes down the texts.
class RecordingEngine : public QPaintEngine {
public:
    RecordingEngine(const QWidget& root, const PaintWatch& watch, std::vector<PaintedText>& texts)
        : QPaintEngine(AllFeatures), m_root(root), m_watch(watch), m_texts(texts) {}

    bool begin(QPaintDevice*) override {
        m_image = QImage(m_root.size(), QImage::Format_RGB32);
        m_image.fill(m_root.palette().color(QPalette::Window));
        return m_painter.begin(&m_image);
    }
    bool end() override { return m_painter.end(); }
    [[nodiscard]] Type type() const override { return User; }

    void updateState(const QPaintEngineState& now) override {
        const DirtyFlags dirty = now.state();
        if (dirty.testFlag(DirtyPen))
            m_painter.setPen(now.pen());
        if (dirty.testFlag(DirtyBrush))
            m_painter.setBrush(now.brush());
        if (dirty.testFlag(DirtyBrushOrigin))
            m_painter.setBrushOrigin(now.brushOrigin());
        if (dirty.testFlag(DirtyFont))
            m_painter.setFont(now.font());
        if (dirty.testFlag(DirtyHints))
            m_painter.setRenderHints(now.renderHints());
        if (dirty.testFlag(DirtyOpacity))
            m_painter.setOpacity(now.opacity());
        if (dirty.testFlag(DirtyCompositionMode))
            m_painter.setCompositionMode(now.compositionMode());
        if (dirty.testFlag(DirtyTransform))
            m_transform = now.transform();
        if (dirty.testFlag(DirtyClipEnabled) && !now.isClipEnabled())
            m_clip.reset();
        if (dirty.testFlag(DirtyClipRegion))
            clip(m_transform.map(now.clipRegion()), now.clipOperation());
        if (dirty.testFlag(DirtyClipPath))
            clip(QRegion(m_transform.map(now.clipPath()).toFillPolygon().toPolygon()), now.clipOperation());
    }

    void drawPixmap(const QRectF& rect, const QPixmap& pixmap, const QRectF& source) override {
        prepare();
        m_painter.drawPixmap(rect, pixmap, source);
    }
    void drawImage(const QRectF& rect, const QImage& image, const QRectF& source,
                   Qt::ImageConversionFlags flags) override {
        prepare();
        m_painter.drawImage(rect, image, source, flags);
    }
    void drawPath(const QPainterPath& path) override {
        prepare();
        m_painter.drawPath(path);
    }
    void drawPolygon(const QPointF* points, int count, PolygonDrawMode mode) override {
        prepare();
        if (mode == PolylineMode)
            m_painter.drawPolyline(points, count);
        else
            m_painter.drawPolygon(points, count, mode == WindingMode ? Qt::WindingFill : Qt::OddEvenFill);
    }
    void drawTextItem(const QPointF& place, const QTextItem& item) override {
        prepare();
        note(place, item);
        m_painter.drawTextItem(place, item);
    }

private:
    void clip(const QRegion& region, Qt::ClipOperation operation) {
        if (operation == Qt::NoClip)
            m_clip.reset();
        else
            m_clip = operation == Qt::IntersectClip && m_clip ? m_clip->intersected(region) : region;
    }
    // Pixels that may be painted now; the widget's own region is the system's clip.
    [[nodiscard]] QRegion room() const {
        QRegion room(m_image.rect());
        if (!systemClip().isEmpty())
            room &= systemClip();
        return m_clip ? room & *m_clip : room;
    }
    void prepare() {
        m_painter.resetTransform();
        m_painter.setClipRegion(room());
        m_painter.setTransform(m_transform);
    }

    void note(const QPointF& place, const QTextItem& item) {
        const QRectF box(place.x(), place.y() - item.ascent(), item.width(), item.ascent() + item.descent());
        const QRect seen = (QRegion(m_transform.mapRect(box).toAlignedRect()) & room()).boundingRect();
        QWidget* widget = m_watch.widget();
        if (seen.width() < 2 || seen.height() < 2 || item.text().trimmed().isEmpty() || !widget)
            return;
        PaintedText text;
        text.text = item.text();
        text.ground = commonestColor(m_image, seen);
        const QColor pen = state->pen().color();
        text.ink = mixed(pen, text.ground, pen.alphaF() * state->opacity());
        const QWidget* named = widget;
        while (named->objectName().isEmpty() && named != &m_root && named->parentWidget())
            named = named->parentWidget();
        text.painter =
            QStringLiteral("%1 in %2").arg(QLatin1String(widget->metaObject()->className()), named->objectName());
        const QFontInfo font(item.font());
        text.pixels = font.pixelSize();
        text.bold = font.bold();
        text.disabled = isOff(*widget, widget->mapFrom(&m_root, seen.center()));
        m_texts.push_back(text);
    }

    const QWidget& m_root;
    const PaintWatch& m_watch;
    std::vector<PaintedText>& m_texts;
    QImage m_image;
    QPainter m_painter;
    QTransform m_transform;
    std::optional<QRegion> m_clip;
};

class RecordingDevice : public QPaintDevice {
public:
    RecordingDevice(const QWidget& root, const PaintWatch& watch, std::vector<PaintedText>& texts)
        : m_root(root), m_engine(root, watch, texts) {}

    [[nodiscard]] QPaintEngine* paintEngine() const override { return &m_engine; }

protected:
    [[nodiscard]] int metric(PaintDeviceMetric metric) const override {
        switch (metric) {
            case PdmWidth:
                return m_root.width();
            case PdmHeight:
                return m_root.height();
            case PdmDpiX:
            case PdmDpiY:
            case PdmPhysicalDpiX:
            case PdmPhysicalDpiY:
                return 96;
            case PdmDepth:
                return 32;
            case PdmDevicePixelRatioScaled:
                return qRound(devicePixelRatioFScale());
            default:
                return 1;
        }
    }

private:
    const QWidget& m_root;
    mutable RecordingEngine m_engine;
};

}  // namespace

double PaintedText::neededContrast() const {
    constexpr double kLarge = 24;  // 18 pt
    constexpr double kLargeBold = 18.66;
    if (disabled)
        return 0;
    return pixels >= (bold ? kLargeBold : kLarge) ? 3 : 4.5;
}

double PaintedText::contrast() const {
    return ui::contrastRatio(ink, ground);
}

QString PaintedText::describe() const {
    return QStringLiteral("%1: %2 on %3 is %4, “%5”")
        .arg(painter, ink.name(), ground.name())
        .arg(contrast(), 0, 'f', 2)
        .arg(text.left(40));
}

std::vector<PaintedText> paintedTexts(QWidget& widget) {
    std::vector<PaintedText> texts;
    const PaintWatch watch;
    RecordingDevice device(widget, watch, texts);
    QPainter painter(&device);
    widget.render(&painter);
    return texts;
}

QStringList faintTexts(const std::vector<PaintedText>& texts) {
    QStringList faint;
    for (const PaintedText& text : texts)
        if (text.contrast() < text.neededContrast())
            faint.append(text.describe());
    faint.removeDuplicates();
    return faint;
}

void selectEverything(QWidget& widget) {
    for (QAbstractItemView* view : widget.findChildren<QAbstractItemView*>())
        if (view->isVisible() && !qobject_cast<QHeaderView*>(view))
            view->selectAll();
}

void hoverEverything(QWidget& widget) {
    for (QAbstractButton* button : widget.findChildren<QAbstractButton*>())
        button->setAttribute(Qt::WA_UnderMouse);
    for (QAbstractItemView* view : widget.findChildren<QAbstractItemView*>()) {
        const QPointF place(8, 8);
        QHoverEvent enter(QEvent::HoverEnter, place, view->viewport()->mapToGlobal(place), QPointF(-1, -1));
        QCoreApplication::sendEvent(view->viewport(), &enter);
    }
}

}  // namespace touchstone::test
