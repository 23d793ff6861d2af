; An installer for one person, without administrator's rights, for Inno Setup 6.
; Usage: iscc /DVERSION=1.0.0 packaging\windows\kiosk.iss   (after packaging/package.py; the result is in dist\)
; Nobody has run it yet: see docs/windows-and-macos.md.

#ifndef VERSION
  #error Give the version: iscc /DVERSION=1.0.0 kiosk.iss
#endif
#define FOLDER "..\..\dist\kiosk-" + VERSION + "-windows-amd64"

[Setup]
AppId=org.lobbykiosk.Kiosk
AppName=Lobby kiosk
AppVersion={#VERSION}
AppPublisher=Lobby kiosk contributors
LicenseFile={#FOLDER}\LICENSE
; In %LOCALAPPDATA%\Programs.
PrivilegesRequired=lowest
DefaultDirName={autopf}\Kiosk
DisableProgramGroupPage=yes
DisableDirPage=auto
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
SetupIconFile=..\..\build\package\work\kiosk\kiosk.ico
UninstallDisplayIcon={app}\kioskw.exe
UninstallDisplayName=Lobby kiosk
ChangesAssociations=yes
ChangesEnvironment=yes
CloseApplications=yes
Compression=lzma2/max
SolidCompression=yes
WizardStyle=modern
OutputDir=..\..\dist
OutputBaseFilename=kiosk-{#VERSION}-windows-amd64-setup

[Tasks]
Name: path; Description: "Add the command kiosk to the search path"

[InstallDelete]
; A version installed over another leaves nothing of that one.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "{#FOLDER}\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs

[Icons]
Name: "{autoprograms}\Lobby kiosk"; Filename: "{app}\kioskw.exe"; AppUserModelID: "org.lobbykiosk.Kiosk"

[Registry]
; Open with: offered for .yaml and .yml, the default of neither.
Root: HKA; Subkey: "Software\Classes\Applications\kioskw.exe"; ValueType: string; ValueName: "FriendlyAppName"; ValueData: "Lobby kiosk"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Applications\kioskw.exe\shell\open\command"; ValueType: string; ValueData: """{app}\kioskw.exe"" run --windowed ""%1"""
Root: HKA; Subkey: "Software\Classes\Applications\kioskw.exe\SupportedTypes"; ValueType: string; ValueName: ".yaml"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\Applications\kioskw.exe\SupportedTypes"; ValueType: string; ValueName: ".yml"; ValueData: ""
Root: HKCU; Subkey: "Environment"; ValueType: expandsz; ValueName: "Path"; ValueData: "{olddata};{app}"; Tasks: path; Check: IsNotOnPath

[Code]
function IsNotOnPath: Boolean;
var
  Path: String;
begin
  Result := not RegQueryStringValue(HKCU, 'Environment', 'Path', Path)
    or (Pos(';' + Lowercase(ExpandConstant('{app}')) + ';', ';' + Lowercase(Path) + ';') = 0);
end;

procedure CurUninstallStepChanged(Step: TUninstallStep);
var
  Path: String;
begin
  if (Step = usUninstall) and RegQueryStringValue(HKCU, 'Environment', 'Path', Path) then
  begin
    StringChangeEx(Path, ';' + ExpandConstant('{app}'), '', True);
    RegWriteExpandStringValue(HKCU, 'Environment', 'Path', Path);
  end;
end;
