// SPDX-License-Identifier: GPL-3.0-or-later

#include "draft_refuge.h"

#include "session/session.h"
#include "uibase/deliver.h"
#include "uistate/text.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <mutex>

namespace touchstone::ui {
namespace {

constexpr const char* kFormat = "touchstone.undecided/1";
constexpr qint64 kMostBytes = 256 << 20;

QString fileOf(const store::WorkspaceInfo& info, const QString& workflow, const QString& branch) {
    const QString place = QFileInfo(toQString(info.path)).absoluteFilePath() + u'\n' + workflow + u'\n' + branch;
    const QByteArray name = QCryptographicHash::hash(place.toUtf8(), QCryptographicHash::Sha256).toHex();
    return QStringLiteral("%1/%2.json").arg(DraftRefuge::folder(), QString::fromLatin1(name));
}

Json toJson(const session::DraftText& text) {
    Json typed = Json::array();
    for (const session::TypedPart& part : text.typed)
        typed.push_back({{"part", part.part}, {"text", part.text}, {"template", part.isTemplate}});
    return {{"format", kFormat}, {"document", *text.document}, {"typed", std::move(typed)}};
}

std::optional<session::DraftText> readFile(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > kMostBytes)
        return std::nullopt;
    auto json = parseJson(file.readAll().toStdString());
    if (!json.ok() || stringAt(json.value(), "format") != kFormat)
        return std::nullopt;
    const Json* document = memberAt(json.value(), "document");
    const Json* typed = memberAt(json.value(), "typed");
    if (!document || !document->is_object() || !typed || !typed->is_array())
        return std::nullopt;
    session::DraftText text;
    text.document = std::make_shared<const Json>(*document);
    for (const Json& part : *typed)
        text.typed.push_back({stringAt(part, "part"), stringAt(part, "text"), boolAt(part, "template")});
    return text;
}

// Why it could not be written; empty when it was.
QString writeFile(const QString& path, const session::DraftText& text) {
    QDir().mkpath(DraftRefuge::folder());
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly)) {
        file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
        file.write(QByteArray::fromStdString(toText(toJson(text))));
        if (file.commit())
            return {};
    }
    return file.errorString();
}

// Held while the one who wrote a file lives, however it ends: what is held is nobody else's to find.
class Hold {
public:
    ~Hold() { release(); }
    // True when nobody else holds the file; then it is held from now on.
    bool take(const QString& file) {
        if (m_descriptor >= 0)
            return true;
        const QFileInfo place(file);
        const QByteArray lock = QFile::encodeName(place.path() + QStringLiteral("/.") + place.fileName());
        m_descriptor = ::open(lock.constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
        if (m_descriptor >= 0 && ::flock(m_descriptor, LOCK_EX | LOCK_NB) != 0)
            ::close(std::exchange(m_descriptor, -1));
        m_lock = lock;
        return m_descriptor >= 0;
    }
    void release() {
        if (m_descriptor < 0)
            return;
        ::unlink(m_lock.constData());
        ::close(std::exchange(m_descriptor, -1));
    }

private:
    QByteArray m_lock;
    int m_descriptor = -1;
};

}  // namespace

// Workers may run in another order than they were asked.
struct DraftRefuge::Order {
    std::mutex mutex;
    std::uint64_t asked = 0;  // GUI thread only
    // Guarded by mutex
    std::uint64_t done = 0;
    Hold hold;
};

DraftRefuge::DraftRefuge(session::Session& session) : m_session(session), m_order(std::make_shared<Order>()) {}

QString DraftRefuge::folder() {
    const QString state = qEnvironmentVariable("XDG_STATE_HOME");
    return (state.isEmpty() ? QDir::homePath() + QStringLiteral("/.local/state") : state) +
           QStringLiteral("/touchstone/undecided");
}

void DraftRefuge::keep(const QString& workflow, const QString& branch, session::DraftText text,
                       QPointer<QObject> context, std::function<void(QString)> failed) {
    m_session.info([workflow, branch, text = std::move(text), context = std::move(context), failed = std::move(failed),
                    order = m_order, number = ++m_order->asked](const Result<store::WorkspaceInfo>& info) {
        const std::lock_guard lock(order->mutex);
        if (!info.ok() || number < order->done)
            return;
        order->done = number;
        const QString file = fileOf(info.value(), workflow, branch);
        const QString why = writeFile(file, text);
        order->hold.take(file);
        if (!why.isEmpty())
            deliverTo(context, [failed, why] { failed(why); });
    });
}

void DraftRefuge::drop(const QString& workflow, const QString& branch) {
    m_session.info(
        [workflow, branch, order = m_order, number = ++m_order->asked](const Result<store::WorkspaceInfo>& info) {
            const std::lock_guard lock(order->mutex);
            if (!info.ok() || number < order->done)
                return;
            order->done = number;
            QFile::remove(fileOf(info.value(), workflow, branch));
            order->hold.release();
        });
}

void DraftRefuge::find(const QString& workflow, const QString& branch, QPointer<QObject> context,
                       std::function<void(session::DraftText)> found) const {
    m_session.info([workflow, branch, context = std::move(context),
                    found = std::move(found)](const Result<store::WorkspaceInfo>& info) {
        if (!info.ok())
            return;
        const QString file = fileOf(info.value(), workflow, branch);
        if (!QFile::exists(file) || !Hold().take(file))
            return;
        if (const auto text = readFile(file))
            deliverTo(context, [found, text = *text] { found(text); });
    });
}

}  // namespace touchstone::ui
