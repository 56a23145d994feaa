# Installs recto @VERSION@ into $HOME\.local\bin, or into the folder that RECTO_BIN names.
$ErrorActionPreference = "Stop"

$version = "@VERSION@"
$from = if ($env:RECTO_FROM) { $env:RECTO_FROM } else { "@DOWNLOADS@" }
$bin = if ($env:RECTO_BIN) { $env:RECTO_BIN } else { Join-Path $HOME ".local\bin" }

$name = "recto-$version-win32-x64"
$folder = Join-Path ([IO.Path]::GetTempPath()) ([IO.Path]::GetRandomFileName())
New-Item -ItemType Directory $folder | Out-Null
try {
  foreach ($file in "$name.tar.gz", "SHA256SUMS") {
    Invoke-WebRequest "$from/$file" -OutFile (Join-Path $folder $file) -UseBasicParsing
  }
  $archive = Join-Path $folder "$name.tar.gz"
  $line = Get-Content (Join-Path $folder "SHA256SUMS") | Where-Object { $_.EndsWith(" $name.tar.gz") }
  if (-not $line) { throw "SHA256SUMS does not name $name.tar.gz" }
  $sum = (Get-FileHash $archive -Algorithm SHA256).Hash.ToLower()
  if ($line.Split(" ")[0] -ne $sum) { throw "$name.tar.gz is not what SHA256SUMS says" }
  tar -xzf $archive -C $folder
  New-Item -ItemType Directory -Force $bin | Out-Null
  Copy-Item (Join-Path $folder "$name\recto.exe") (Join-Path $bin "recto.exe") -Force
} finally {
  Remove-Item -Recurse -Force $folder
}
Write-Output "recto $version is $bin\recto.exe"
if (($env:PATH -split ";") -notcontains $bin) { Write-Output "Add $bin to PATH." }
