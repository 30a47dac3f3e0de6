// SPDX-License-Identifier: GPL-3.0-or-later
#include "crypto.hpp"

#include <algorithm>
#include <stdexcept>
#include <vector>

#include <sodium.h>

namespace poise {

namespace {

using Bytes = std::vector<unsigned char>;

void ready() {
    if (sodium_init() < 0) throw std::runtime_error("libsodium does not start");
}

Bytes bytes_of(std::string_view text) { return {text.begin(), text.end()}; }

Hex to_hex(const Bytes& bytes) {
    Hex hex(2 * bytes.size() + 1, '\0');
    sodium_bin2hex(hex.data(), hex.size(), bytes.data(), bytes.size());
    hex.pop_back();
    return hex;
}

Bytes of_hex(const Hex& hex, std::size_t bytes) {
    if (!is_hex(hex, bytes)) throw std::runtime_error("this is no key");
    Bytes binary(bytes);
    sodium_hex2bin(binary.data(), binary.size(), hex.data(), hex.size(), nullptr, nullptr, nullptr);
    return binary;
}

Bytes message(std::string_view purpose, std::string_view text) {
    std::string all = "poise-team ";
    all.append(purpose).push_back('\0');
    return bytes_of(all.append(text));
}

} // namespace

Hex random_hex(std::size_t bytes) {
    ready();
    Bytes random(bytes);
    randombytes_buf(random.data(), random.size());
    return to_hex(random);
}

unsigned random_up_to(unsigned most) {
    ready();
    return randombytes_uniform(most + 1);
}

Hex sha256(std::string_view text) {
    ready();
    Bytes hash(crypto_hash_sha256_BYTES);
    const Bytes bytes = bytes_of(text);
    crypto_hash_sha256(hash.data(), bytes.data(), bytes.size());
    return to_hex(hash);
}

bool is_hex(std::string_view text, std::size_t bytes) {
    return text.size() == 2 * bytes &&
           std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

SigningKey::SigningKey(const Hex& seed) {
    ready();
    const Bytes from = of_hex(seed, crypto_sign_SEEDBYTES);
    Bytes open(crypto_sign_PUBLICKEYBYTES);
    Bytes secret(crypto_sign_SECRETKEYBYTES);
    crypto_sign_seed_keypair(open.data(), secret.data(), from.data());
    public_ = to_hex(open);
    secret_ = to_hex(secret);
}

Hex SigningKey::sign(std::string_view purpose, std::string_view text) const {
    Bytes signature(crypto_sign_BYTES);
    const Bytes whole = message(purpose, text);
    crypto_sign_detached(signature.data(), nullptr, whole.data(), whole.size(),
                         of_hex(secret_, crypto_sign_SECRETKEYBYTES).data());
    return to_hex(signature);
}

bool is_signed(const Hex& verify_key, const Hex& signature, std::string_view purpose, std::string_view text) {
    ready();
    if (!is_hex(verify_key, crypto_sign_PUBLICKEYBYTES) || !is_hex(signature, crypto_sign_BYTES)) return false;
    const Bytes whole = message(purpose, text);
    return crypto_sign_verify_detached(of_hex(signature, crypto_sign_BYTES).data(), whole.data(), whole.size(),
                                       of_hex(verify_key, crypto_sign_PUBLICKEYBYTES).data()) == 0;
}

std::string sealed_for(const Hex& seal_key, std::string_view text) {
    ready();
    const Bytes plain = bytes_of(text);
    Bytes sealed(plain.size() + crypto_box_SEALBYTES);
    if (crypto_box_seal(sealed.data(), plain.data(), plain.size(),
                        of_hex(seal_key, crypto_box_PUBLICKEYBYTES).data()) != 0)
        throw std::runtime_error("this is no key");
    return {sealed.begin(), sealed.end()};
}

SealKey::SealKey(const Hex& seed) {
    ready();
    const Bytes from = of_hex(seed, crypto_box_SEEDBYTES);
    Bytes open(crypto_box_PUBLICKEYBYTES);
    Bytes secret(crypto_box_SECRETKEYBYTES);
    crypto_box_seed_keypair(open.data(), secret.data(), from.data());
    public_ = to_hex(open);
    secret_ = to_hex(secret);
}

std::optional<std::string> SealKey::opened(std::string_view sealed) const {
    if (sealed.size() < crypto_box_SEALBYTES) return std::nullopt;
    const Bytes closed = bytes_of(sealed);
    Bytes plain(closed.size() - crypto_box_SEALBYTES);
    if (crypto_box_seal_open(plain.data(), closed.data(), closed.size(),
                             of_hex(public_, crypto_box_PUBLICKEYBYTES).data(),
                             of_hex(secret_, crypto_box_SECRETKEYBYTES).data()) != 0)
        return std::nullopt;
    return std::string{plain.begin(), plain.end()};
}

} // namespace poise
