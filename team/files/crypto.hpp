// SPDX-License-Identifier: GPL-3.0-or-later
// Signing and sealing, by libsodium: Ed25519 says who wrote something, crypto_box_seal that only the keeper reads it.
// The one file that knows the library. Keys are 64 hex digits in files and never leave their own (0600).
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace poise {

using Hex = std::string; // lower case

/// So many random bytes.
[[nodiscard]] Hex random_hex(std::size_t bytes);
/// From 0 to `most`, each as likely.
[[nodiscard]] unsigned random_up_to(unsigned most);
[[nodiscard]] Hex sha256(std::string_view);
[[nodiscard]] bool is_hex(std::string_view, std::size_t bytes);

/// Ed25519. Of the same seed the same key.
class SigningKey {
public:
    explicit SigningKey(const Hex& seed);
    [[nodiscard]] const Hex& verify_key() const { return public_; }
    /// `purpose` is signed too: what is signed for one thing is not good for another.
    [[nodiscard]] Hex sign(std::string_view purpose, std::string_view text) const;

private:
    Hex secret_, public_;
};
[[nodiscard]] bool is_signed(const Hex& verify_key, const Hex& signature, std::string_view purpose,
                             std::string_view text);

/// For one reader; who sealed it is not in it.
[[nodiscard]] std::string sealed_for(const Hex& seal_key, std::string_view text);

class SealKey {
public:
    explicit SealKey(const Hex& seed);
    [[nodiscard]] const Hex& seal_key() const { return public_; }
    [[nodiscard]] std::optional<std::string> opened(std::string_view sealed) const;

private:
    Hex secret_, public_;
};

} // namespace poise
