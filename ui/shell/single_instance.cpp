// SPDX-License-Identifier: GPL-3.0-or-later

#include "uishell/single_instance.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocalSocket>
#include <QTimer>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <chrono>

namespace touchstone::ui {
namespace {

// What a peer may send, how long it may take, and how many may be there: whoever is there is the same person, but the
// program may be another one.
constexpr qint64 kMostBytes = 65536;
constexpr int kMostFiles = 100;
constexpr int kMostPeers = 8;
constexpr std::chrono::milliseconds kPatience{3000};
const QByteArray kTaken = "taken\n";

std::optional<QStringList> parseFiles(const QByteArray& line) {
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(line, &problem);
    if (problem.error != QJsonParseError::NoError || !document.isArray() || document.array().size() > kMostFiles)
        return std::nullopt;
    QStringList files;
    for (const auto& file : document.array()) {
        if (!file.isString() || !QDir::isAbsolutePath(file.toString()))
            return std::nullopt;
        files.append(file.toString());
    }
    return files;
}

}  // namespace

SingleInstance::SingleInstance(const QString& runtimeFolder, const QByteArray& place, QObject* parent)
    : QObject(parent) {
    if (!isPrivate(runtimeFolder))
        return;
    const QString folder = runtimeFolder + QStringLiteral("/touchstone");
    const QByteArray encoded = QFile::encodeName(folder);
    if ((::mkdir(encoded.constData(), 0700) != 0 && errno != EEXIST) || !isPrivate(folder))
        return;
    const QByteArray name = QCryptographicHash::hash(place, QCryptographicHash::Sha256).toHex().left(16);
    m_socket = folder + QLatin1Char('/') + QString::fromLatin1(name);
    const QByteArray lock = encoded + '/' + name + ".lock";
    m_lock = ::open(lock.constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (m_lock < 0)
        return;
    if (::flock(m_lock, LOCK_EX | LOCK_NB) == 0)
        serve();
    else
        m_role = Role::Later;
}

SingleInstance::~SingleInstance() {
    m_server.close();
    if (m_lock >= 0)
        ::close(m_lock);
}

// A folder of this person that nobody else can enter; never the shared one for temporary files.
bool SingleInstance::isPrivate(const QString& folder) {
    struct stat status {};
    return QDir::isAbsolutePath(folder) && ::lstat(QFile::encodeName(folder).constData(), &status) == 0 &&
           S_ISDIR(status.st_mode) && status.st_uid == ::geteuid() && (status.st_mode & 077) == 0;
}

// Whoever has the lock owns the name: what stands there is of a program that died.
void SingleInstance::serve() {
    QLocalServer::removeServer(m_socket);
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    m_server.setMaxPendingConnections(kMostPeers);
    if (!m_server.listen(m_socket))
        return;
    m_role = Role::First;
    connect(&m_server, &QLocalServer::newConnection, this, &SingleInstance::greet);
}

void SingleInstance::greet() {
    while (QLocalSocket* peer = m_server.nextPendingConnection()) {
        if (m_server.findChildren<QLocalSocket*>().size() > kMostPeers) {
            peer->abort();
            peer->deleteLater();
            continue;
        }
        peer->setReadBufferSize(kMostBytes + 1);
        connect(peer, &QLocalSocket::readyRead, this, [this, peer] { read(*peer); });
        connect(peer, &QLocalSocket::disconnected, peer, &QObject::deleteLater);
        QTimer::singleShot(kPatience, peer, [peer] { peer->abort(); });
    }
}

void SingleInstance::read(QLocalSocket& peer) {
    if (!peer.canReadLine()) {
        if (peer.bytesAvailable() > kMostBytes)
            peer.abort();
        return;
    }
    const std::optional<QStringList> files = parseFiles(peer.readLine(kMostBytes));
    if (!files)
        return peer.abort();
    peer.write(kTaken);
    peer.disconnectFromServer();
    Q_EMIT handedOver(*files);
}

// The first program may be between taking the lock and listening, so a refusal is tried again for a while.
bool SingleInstance::handOver(const QStringList& files) const {
    QJsonArray paths;
    for (const QString& file : files)
        paths.append(QFileInfo(file).absoluteFilePath());
    const QByteArray line = QJsonDocument(paths).toJson(QJsonDocument::Compact) + '\n';
    if (line.size() > kMostBytes)
        return false;
    const auto end = std::chrono::steady_clock::now() + kPatience;
    while (std::chrono::steady_clock::now() < end) {
        QLocalSocket first;
        first.connectToServer(m_socket);
        if (!first.waitForConnected(200)) {
            ::usleep(50'000);
            continue;
        }
        first.write(line);
        while (!first.canReadLine() && first.waitForReadyRead(static_cast<int>(kPatience.count()))) {
        }
        return first.readLine(64) == kTaken;
    }
    return false;
}

}  // namespace touchstone::ui
