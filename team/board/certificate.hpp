// SPDX-License-Identifier: GPL-3.0-or-later
// Keys, requests and certificates of a board's logins, as PEM, by libcrypto: EC keys on P-256. A certificate names its
// login and nothing of a person.
#pragma once

#include "poise/result.hpp"

#include <chrono>
#include <string>
#include <string_view>

namespace poise {

/// A private key, and a request for a certificate of that login.
struct KeyAndRequest {
    std::string key, request;
};
[[nodiscard]] KeyAndRequest make_key(const std::string& login);
/// Once more, for a key that is there. Throws std::runtime_error where it is none.
[[nodiscard]] std::string make_request(const std::string& key, const std::string& login);

/// A certificate that signs others, by itself; what an admin needs who has no authority yet.
[[nodiscard]] std::string make_authority(const std::string& key, const std::string& name, int days);

struct Signed {
    std::string certificate;
    std::string serial; // hexadecimal
};
/// For `days` from now. The name is `login`, whatever the request says; the request must prove that its sender has the
/// key, which must be of P-256. The error is for a person.
[[nodiscard]] Result<Signed, std::string> sign_request(const std::string& request, const std::string& login,
                                                       const std::string& authority, const std::string& authority_key,
                                                       int days);

/// Whether it is a certificate of that login, for that key, by that authority.
[[nodiscard]] bool is_certificate_of(const std::string& certificate, const std::string& login, const std::string& key,
                                     const std::string& authority);

/// The same by somebody who has but the request, which must be made with the certificate's key. Its time may be over.
[[nodiscard]] bool may_be_renewed(const std::string& certificate, const std::string& login, const std::string& request,
                                  const std::string& authority);

/// When its time is over. Throws std::runtime_error where it is no certificate.
[[nodiscard]] std::chrono::sys_seconds end_of(const std::string& certificate);

/// From the kernel's generator, hexadecimal.
[[nodiscard]] std::string random_hex(int bytes);
[[nodiscard]] std::string sha256_hex(std::string_view text);
/// HMAC-SHA-256
[[nodiscard]] std::string authentication_hex(std::string_view key, std::string_view text);
/// Without telling by its time where they differ.
[[nodiscard]] bool are_equal(std::string_view, std::string_view);

} // namespace poise
