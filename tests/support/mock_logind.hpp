// SPDX-License-Identifier: GPL-3.0-or-later
// A logind of python-dbusmock on a private bus, with one session, c1, in which the test lives.
#pragma once

#include "private_bus.hpp"

#include <sdbus-c++/IProxy.h>

#include <cstdint>
#include <memory>
#include <string>

namespace poise::test {

class MockLogind {
public:
    explicit MockLogind(const PrivateBus&);

    /// As `loginctl lock-session` does: a request, that changes no state by itself.
    void request_lock();
    void request_unlock();
    /// As a screen locker does that tells logind.
    void set_locked_hint(bool);
    /// Another session comes to the front, or this one does again.
    void set_active(bool);
    /// Another screen is connected.
    void set_docked(bool);
    /// The session ends, as at a logout.
    void end_session();
    /// The person logs in again; what is "auto" is this session then.
    void begin_session(const std::string& id);
    /// Tells of a session, that it has begun.
    void announce_session(const std::string& id);
    /// As a desktop does after a time of its own; so long ago.
    void set_idle_hint(bool, Milliseconds ago);
    void prepare_for_sleep(bool begins);
    /// A process of the user's service manager belongs to no session.
    void forget_processes();
    /// What logind has for such a process: the session that the user sees, under the name "auto".
    void add_auto_session();

    /// The only one there is; tells that what is inhibited has changed.
    void list_inhibitor(const std::string& what, const std::string& mode, std::uint32_t user);

    /// It hangs: whoever asks is kept waiting.
    void hang();
    void go_on();

    static constexpr auto session_path = "/org/freedesktop/login1/session/c1";

private:
    void answer_for_processes(const std::string& code);

    ChildProcess daemon_;
    std::unique_ptr<sdbus::IConnection> connection_;
    std::unique_ptr<sdbus::IProxy> manager_;
    std::unique_ptr<sdbus::IProxy> session_;
};

} // namespace poise::test
