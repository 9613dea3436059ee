// SPDX-License-Identifier: GPL-3.0-or-later

#include "uisettings/keyring_keys.h"

#include "keyring_desk.h"
#include "uistate/text.h"

#include <QSettings>
#include <QThread>

#include <chrono>

namespace touchstone::ui {
namespace {

const QString kNames = QStringLiteral("keys/keyring-names");
constexpr qsizetype kMostNames = 200;

}  // namespace

KeyringKeys::KeyringKeys(QSettings& file, const QString& service, QObject* parent)
    : QObject(parent), m_file(file), m_service(service) {
    m_names = m_file.value(kNames).toStringList().mid(0, kMostNames);
    m_names.removeAll(QString());
}

// A keyring that waits for somebody is left to itself: the program ends without it.
KeyringKeys::~KeyringKeys() {
    constexpr std::chrono::seconds kPatience{1};
    if (!m_thread)
        return;
    m_thread->quit();
    if (m_thread->wait(QDeadlineTimer(kPatience)))
        delete m_thread;
}

void KeyringKeys::startThread() {
    if (m_thread)
        return;
    qRegisterMetaType<KeyringDesk::Outcome>();
    m_thread = new QThread;
    m_thread->setObjectName(QStringLiteral("keyring"));
    auto* desk = new KeyringDesk(m_service);
    desk->moveToThread(m_thread);
    connect(m_thread, &QThread::finished, desk, &QObject::deleteLater);
    connect(this, &KeyringKeys::readRequested, desk, &KeyringDesk::read);
    connect(this, &KeyringKeys::writeRequested, desk, &KeyringDesk::write);
    connect(this, &KeyringKeys::removalRequested, desk, &KeyringDesk::remove);
    connect(desk, &KeyringDesk::wasRead, this,
            [this](const QString& name, KeyringDesk::Outcome outcome, const QString& secret, const QString& problem) {
                takeRead(name, outcome == KeyringDesk::Outcome::Failed, secret, problem);
            });
    connect(desk, &KeyringDesk::wasWritten, this, &KeyringKeys::takeWritten);
    connect(desk, &KeyringDesk::wasRemoved, this, &KeyringKeys::takeRemoved);
    m_thread->start();
}

void KeyringKeys::load() {
    const QStringList all = names();
    if (all.isEmpty())
        return;
    startThread();
    {
        const std::lock_guard lock(m_mutex);
        m_waiting = "the keyring has not answered yet (it may be asking for its password)";
    }
    for (const QString& name : all) {
        ask(name);
        Q_EMIT readRequested(name);
    }
    Q_EMIT changed();
}

void KeyringKeys::unload() {
    m_asked.clear();
    {
        const std::lock_guard lock(m_mutex);
        m_keys.clear();
        m_waiting.clear();
    }
    Q_EMIT changed();
}

void KeyringKeys::disown(const QString& name) {
    QStringList left = names();
    if (left.removeAll(name) == 0)
        return;
    m_asked.remove(name);
    setNames(left);
    {
        const std::lock_guard lock(m_mutex);
        m_keys.erase(toUtf8(name));
    }
    settle();
    Q_EMIT changed();
}

// Once all have been asked for, what is not known is known to be out of reach.
void KeyringKeys::settle() {
    const std::lock_guard lock(m_mutex);
    if (m_asked.isEmpty())
        m_waiting = toUtf8(m_problem);
}

void KeyringKeys::store(const QString& name, const crypto::Secret& secret) {
    startThread();
    ask(name);
    Q_EMIT writeRequested(name, toQString(secret.view()));
    Q_EMIT changed();
}

void KeyringKeys::remove(const QString& name) {
    startThread();
    ask(name);
    Q_EMIT removalRequested(name);
    Q_EMIT changed();
}

void KeyringKeys::ask(const QString& name) {
    m_asked.insert(name);
    ++m_underWay[name];
}

// Whether no later request about the name is under way. Answers come in the order of the requests.
bool KeyringKeys::isNewest(const QString& name) {
    int& left = m_underWay[name];
    if (--left > 0)
        return false;
    m_underWay.remove(name);
    return true;
}

void KeyringKeys::takeRead(const QString& name, bool failed, const QString& secret, const QString& problem) {
    if (!isNewest(name) || !m_asked.remove(name))
        return;  // nobody wants it any more
    m_problem = problem;
    QStringList left = names();
    if (!secret.isEmpty()) {
        const std::lock_guard lock(m_mutex);
        m_keys.insert_or_assign(toUtf8(name), crypto::Secret(toUtf8(secret)));
    }
    settle();
    if (!failed && secret.isEmpty() && left.removeAll(name) > 0)
        setNames(left);  // taken out by another program
    Q_EMIT changed();
}

void KeyringKeys::takeWritten(const QString& name, const QString& secret, const QString& problem) {
    if (!isNewest(name))
        return;
    const bool isWanted = m_asked.remove(name);
    m_problem = problem;
    if (!problem.isEmpty()) {
        Q_EMIT refused(name, problem);
        return Q_EMIT changed();
    }
    if (isWanted) {
        const std::lock_guard lock(m_mutex);
        m_keys.insert_or_assign(toUtf8(name), crypto::Secret(toUtf8(secret)));
        m_waiting.clear();
    }
    if (!names().contains(name))
        setNames(names() << name);
    Q_EMIT stored(name);
    Q_EMIT changed();
}

void KeyringKeys::takeRemoved(const QString& name, const QString& problem) {
    if (!isNewest(name))
        return;
    m_asked.remove(name);
    m_problem = problem;
    if (!problem.isEmpty()) {
        Q_EMIT refused(name, problem);
        return Q_EMIT changed();
    }
    {
        const std::lock_guard lock(m_mutex);
        m_keys.erase(toUtf8(name));
    }
    QStringList left = names();
    left.removeAll(name);
    setNames(left);
    Q_EMIT removed(name);
    Q_EMIT changed();
}

void KeyringKeys::setNames(const QStringList& names) {
    m_file.setValue(kNames, names);
    const std::lock_guard lock(m_mutex);
    m_names = names;
}

QStringList KeyringKeys::names() const {
    const std::lock_guard lock(m_mutex);
    return m_names;
}

bool KeyringKeys::has(const QString& name) const {
    return names().contains(name);
}

Result<std::string> KeyringKeys::find(const std::string& name) {
    const std::lock_guard lock(m_mutex);
    if (const auto found = m_keys.find(name); found != m_keys.end())
        return std::string(found->second.view());
    if (m_names.contains(toQString(name)) && !m_waiting.empty())
        return Error{ErrorCode::Unavailable, m_waiting};
    return Error{ErrorCode::NotFound, "the keyring has no such key"};
}

}  // namespace touchstone::ui
