// SPDX-License-Identifier: GPL-3.0-or-later
#include "address.hpp"

#include "say.hpp"

#include <algorithm>
#include <charconv>

namespace poise {

namespace {

bool is_name(std::string_view text, std::string_view besides) {
    return !text.empty() && text.size() <= 253 && std::ranges::all_of(text, [&](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               besides.find(c) != std::string_view::npos;
    });
}

std::string pair(std::string_view key, std::string_view value) {
    std::string text{key};
    text += "='";
    for (const char c : value) {
        if (c == '\'' || c == '\\') text += '\\';
        text += c;
    }
    return text + "' ";
}

} // namespace

Result<ServerAddress, std::string> parse_server_address(std::string_view text) {
    const Unexpected<std::string> refused{
        tr("that is no server (expected HOST, HOST:PORT or HOST:PORT/DATABASE, as in board.example:5432/poise)")};
    ServerAddress address;
    std::string_view rest = text;
    if (const auto slash = rest.find('/'); slash != std::string_view::npos) {
        address.database = rest.substr(slash + 1);
        rest = rest.substr(0, slash);
    }
    if (const auto colon = rest.find(':'); colon != std::string_view::npos) {
        const std::string_view digits = rest.substr(colon + 1);
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), address.port);
        if (error != std::errc{} || end != digits.data() + digits.size()) return refused;
        rest = rest.substr(0, colon);
    }
    address.host = rest;
    if (!is_name(address.host, "-.") || !is_name(address.database, "_-") || address.port < 1 || address.port > 65535)
        return refused;
    return address;
}

std::string to_string(const ServerAddress& address) {
    return address.host + ":" + std::to_string(address.port) + "/" + address.database;
}

std::string connection_text(const ServerAddress& server, const Credentials& who) {
    return pair("host", server.host) + pair("port", std::to_string(server.port)) + pair("dbname", server.database) +
           pair("user", who.login) + pair("password", who.password) + pair("sslrootcert", who.authority) +
           pair("sslcert", who.certificate) + pair("sslkey", who.key) +
           "sslmode='verify-full' ssl_min_protocol_version='TLSv1.3' channel_binding='require' gssencmode='disable' "
           "connect_timeout='20' application_name=''";
}

Result<std::string, std::string> connection_text(const LocalServer& server) {
    if (!server.folder.starts_with('/')) {
        return Unexpected{tr("that is no folder of a local socket (expected a path such as /run/postgresql)")};
    }
    return pair("host", server.folder) + pair("port", std::to_string(server.port)) + pair("dbname", server.database) +
           (server.login.empty() ? "" : pair("user", server.login));
}

} // namespace poise
