// SPDX-License-Identifier: GPL-3.0-or-later
// Where a board is, and how it is spoken to: with its name checked against its certificate, always. There is no weaker
// way to ask for.
#pragma once

#include "poise/result.hpp"

#include <string>
#include <string_view>

namespace poise {

/// "board.example", "board.example:5433", "board.example:5433/poise"
struct ServerAddress {
    std::string host;
    int port = 5432;
    std::string database = "poise";
    bool operator==(const ServerAddress&) const = default;
};
[[nodiscard]] Result<ServerAddress, std::string> parse_server_address(std::string_view);
[[nodiscard]] std::string to_string(const ServerAddress&);

/// Who logs in and with what: paths of PEM files.
struct Credentials {
    std::string login, password;
    std::string authority, certificate, key;
};
/// For libpq.
[[nodiscard]] std::string connection_text(const ServerAddress&, const Credentials&);

/// The folder of the server's local socket.
struct LocalServer {
    std::string folder = "/run/postgresql";
    int port = 5432;
    std::string database = "poise";
    std::string login; // empty: as the operating system knows who this is
};
/// An error where it is no folder: an admin's command goes over no network.
[[nodiscard]] Result<std::string, std::string> connection_text(const LocalServer&);

} // namespace poise
