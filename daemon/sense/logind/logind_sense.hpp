// SPDX-License-Identifier: GPL-3.0-or-later
// What logind (or elogind, which has the same names) says of the person's session and of sleep. Where it knows of no
// session yet, it is asked again when one begins, and when it comes back to the bus; meanwhile what it said is in
// doubt. Two things speak of the lock: LockedHint, set by the screen lockers that tell logind, and the signals Lock and
// Unlock. What follows from all of it is decided in SessionClaims.
#pragma once

#include "session_claims.hpp"

#include <sdbus-c++/IConnection.h>
#include <sdbus-c++/IProxy.h>
#include <sdbus-c++/Types.h>

#include <boost/asio/io_context.hpp>

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace poise {

class LogindSense {
public:
    /// `system_bus` is served by somebody else, who is told by `called_out` that there may be messages to look at.
    /// Throws std::runtime_error with the reason where that bus is of no use.
    LogindSense(boost::asio::io_context&, sdbus::IConnection& system_bus, std::function<void()> called_out,
                SessionClaims&);

    /// As UPower says it; logind knows, too, but tells of no change.
    void set_lid_closed(bool);

    /// Why nothing is known of a session of ours; empty: it is.
    [[nodiscard]] const std::string& trouble() const { return trouble_; }
    /// The last that was known; empty: none.
    [[nodiscard]] const std::string& session_path() const { return session_path_; }

private:
    using Read = std::function<void(sdbus::Message&)>;
    using Matches = std::vector<sdbus::Slot>;

    void follow(Matches&, const std::string& rule, Read);
    void follow_manager();
    void follow_owner();
    void follow_session(const std::string& path);
    void session_ended();
    void look_in(Duration);
    void look_for_session();
    void read_session(const std::map<std::string, sdbus::Variant>& properties);
    void lose(const std::string& why);

    sdbus::IConnection& bus_;
    std::function<void()> called_out_;
    SessionClaims& claims_;
    std::unique_ptr<sdbus::IProxy> manager_;
    std::string session_path_;
    std::string trouble_;
    Matches of_manager_;
    Matches of_session_;
    bool over_ = false; // the session
    bool lid_closed_ = false;
    boost::asio::steady_timer next_look_;
    std::shared_ptr<char> alive_ = std::make_shared<char>(); // a queued handler may outlive this object
};

} // namespace poise
