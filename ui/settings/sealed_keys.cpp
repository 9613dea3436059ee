// SPDX-License-Identifier: GPL-3.0-or-later

#include "uisettings/sealed_keys.h"

#include "uibase/deliver.h"
#include "uistate/text.h"

namespace touchstone::ui {
namespace {

crypto::Secrets copyOf(const crypto::Secrets& secrets) {
    crypto::Secrets copies;
    for (const auto& [name, secret] : secrets)
        copies.emplace(name, secret.copy());
    return copies;
}

// Callables are copied, secrets are not.
std::shared_ptr<const crypto::Secret> share(crypto::Secret secret) {
    return std::make_shared<const crypto::Secret>(std::move(secret));
}

Error lockedSince(const std::string& what) {
    return {ErrorCode::PermissionDenied,
            "the key was not " + what + ": the sealed key file is locked; open it in Settings, Providers, first"};
}

}  // namespace

SealedKeys::SealedKeys(std::filesystem::path path, crypto::SealStrength strength, QObject* parent)
    : QObject(parent), m_strength(strength), m_desk(std::make_shared<Desk>(Desk{std::move(path), nullptr})) {
    m_state = stateOf(*m_desk);
    m_locked = m_state == State::Locked;
    m_pool.setMaxThreadCount(1);
}

SealedKeys::~SealedKeys() {
    m_pool.waitForDone();
}

QString SealedKeys::path() const {
    return toQString(m_desk->path.string());
}

bool SealedKeys::has(const QString& name) const {
    const std::lock_guard lock(m_mutex);
    return m_keys.contains(toUtf8(name));
}

void SealedKeys::open(crypto::Secret passphrase) {
    run(
        [passphrase = share(std::move(passphrase)), strength = m_strength](Desk& desk) -> Result<void> {
            auto file = crypto::SealedFile::exists(desk.path)
                            ? crypto::SealedFile::open(desk.path, *passphrase)
                            : crypto::SealedFile::make(desk.path, *passphrase, strength);
            if (!file.ok())
                return file.error();
            desk.file = std::make_unique<crypto::SealedFile>(std::move(file).value());
            return {};
        },
        [this] { Q_EMIT opened(); });
}

void SealedKeys::close() {
    lock();
    run(
        [](Desk& desk) -> Result<void> {
            desk.file.reset();
            return {};
        },
        [] {});
}

// What comes next must not count on the file, which is closed only when all before is written.
void SealedKeys::lock() {
    if (m_state != State::Open)
        return;
    m_state = State::Locked;
    const std::lock_guard lock(m_mutex);
    m_keys.clear();
    m_locked = true;
}

void SealedKeys::store(const QString& name, const crypto::Secret& secret) {
    run(
        [name = toUtf8(name), secret = share(secret.copy())](Desk& desk) -> Result<void> {
            if (!desk.file)
                return lockedSince("kept");
            return desk.file->put(name, *secret);
        },
        [this, name] { Q_EMIT stored(name); });
}

void SealedKeys::remove(const QString& name) {
    run(
        [name = toUtf8(name)](Desk& desk) -> Result<void> {
            if (!desk.file)
                return lockedSince("removed");
            return desk.file->remove(name);
        },
        [this, name] { Q_EMIT removed(name); });
}

void SealedKeys::run(Work work, std::function<void()> announce) {
    ++m_busy;
    m_pool.start(
        [context = QPointer<SealedKeys>(this), desk = m_desk, work = std::move(work), announce = std::move(announce)] {
            auto done = std::make_shared<Done>(Done{work(*desk)});
            if (desk->file)
                done->secrets = copyOf(desk->file->secrets());
            done->state = stateOf(*desk);
            deliverTo(context, [context, done, announce] { context->conclude(*done, announce); });
        });
    Q_EMIT changed();
}

SealedKeys::State SealedKeys::stateOf(const Desk& desk) {
    if (desk.file)
        return State::Open;
    return crypto::SealedFile::exists(desk.path) ? State::Locked : State::None;
}

void SealedKeys::conclude(Done& done, const std::function<void()>& announce) {
    --m_busy;
    m_state = done.state;
    {
        const std::lock_guard lock(m_mutex);
        m_keys = std::move(done.secrets);
        m_locked = m_state == State::Locked;
    }
    if (done.result.ok())
        announce();
    else
        Q_EMIT failed(toQString(done.result.error().message));
    Q_EMIT changed();
}

Result<std::string> SealedKeys::find(const std::string& name) {
    const std::lock_guard lock(m_mutex);
    if (const auto found = m_keys.find(name); found != m_keys.end())
        return std::string(found->second.view());
    if (m_locked)
        return Error{ErrorCode::PermissionDenied, "the sealed key file is locked: open it in Settings, Providers"};
    return Error{ErrorCode::NotFound, "the sealed key file has no such key"};
}

}  // namespace touchstone::ui
